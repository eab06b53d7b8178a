/** The shadow DOM of one element, built once. What changes later is reached through the parts it returns. */

import { icon, make } from "./dom.js";
import { WORDS } from "./words.js";

const ICONS = {
  play: "M4 3v10l8-5z",
  pause: "M5 3v10M11 3v10",
  previous: "M10.5 2.5 5 8l5.5 5.5",
  next: "M5.5 2.5 11 8l-5.5 5.5",
  compare: "M1 5h13l-3.5-3.5M15 11H2l3.5 3.5",
  share: "M4 6.5H2V15h12V6.5h-2M8 11V1M4.5 4.5 8 1l3.5 3.5",
  download: "M2 10.5V15h12v-4.5M8 1v10M4.5 7.5 8 11l3.5-3.5",
  close: "m3 3 10 10M13 3 3 13",
};

/** @typedef {ReturnType<typeof buildTemplate>} Parts */

/** Everything inside the shadow root. */
export function buildTemplate() {
  const headline = buildHeadline();
  const tour = buildTour();
  const map = buildMap();
  const unfold = make("button", { class: "button unfold", part: "button unfold-button", type: "button" });
  const below = make("div", { class: "below" }, unfold);
  const timeline = buildTimeline();
  const controls = buildControls();
  const details = buildDetails();
  const notes = buildNotes();
  const legend = make("div", { class: "legend", part: "legend", role: "group", "aria-label": WORDS.legend });
  const tip = make("div", { class: "tip", part: "tooltip", "aria-hidden": "true" });
  const live = make("p", { class: "unseen", role: "status" });
  const figure = make(
    "div",
    { class: "figure", part: "figure", role: "figure", "aria-labelledby": "title" },
    headline.root, tour.root, legend, map.root, below, timeline.root, controls.root, details.root, notes.root, tip, live,
  );
  const notice = make("div", { class: "notice", part: "notice", role: "alert" });
  const fallback = make("div", { class: "fallback" }, make("slot"));
  const probe = make("span", { class: "probe", "aria-hidden": "true" });
  const root = make("div", { class: "root", "data-state": "loading" }, notice, fallback, figure, probe);
  const parts = { headline, tour, legend, map, unfold, timeline, controls, details, notes, tip, live };
  return { root, figure, ...parts, notice, fallback, probe };
}

function buildHeadline() {
  const title = make("p", { class: "title", part: "title", id: "title" });
  const day = make("span");
  const date = make("time", { class: "date", part: "date" }, day);
  const sentence = make("p", { class: "sentence", part: "sentence" });
  const root = make("div", { class: "headline", part: "headline" }, title, date, sentence);
  return { root, title, date, day, sentence };
}

/** One quiet button, or in its place the step that is shown, with ways to the others. */
function buildTour() {
  const start = make("button", { class: "button start", part: "button tour-button", type: "button" }, WORDS.tour);
  const count = make("p", { class: "count" });
  const previous = buildButton("earlier", "previous", WORDS.previousStep);
  const next = buildButton("later", "next", WORDS.nextStep);
  const end = buildButton("end", "close", WORDS.endTour);
  const steps = make("div", { class: "steps" });
  const open = make(
    "div",
    { class: "open", part: "tour-step", role: "group", "aria-label": WORDS.tour },
    make("div", { class: "walk" }, count, previous, next, end), steps,
  );
  open.hidden = true;
  return { root: make("div", { class: "tour", part: "tour" }, start, open), start, open, count, previous, next, end, steps };
}

function buildMap() {
  const canvas = make("canvas", { dir: "ltr", "aria-hidden": "true" });
  const tiles = make("div", { class: "tiles", role: "listbox", tabindex: "0", "aria-label": WORDS.map });
  const root = make("div", { class: "map", part: "map", dir: "ltr" }, canvas, tiles);
  return { root, canvas, tiles };
}

function buildTimeline() {
  const base = make("canvas", { dir: "ltr", "aria-hidden": "true" });
  const cursor = make("canvas", { class: "cursor", dir: "ltr", "aria-hidden": "true" });
  const range = buildRange("range", WORDS.timeline);
  const other = buildRange("range compared", WORDS.comparedTimeline);
  const ring = make("div", { class: "ring" });
  const root = make("div", { class: "timeline", part: "timeline", dir: "ltr" }, base, cursor, range, other, ring);
  return { root, base, cursor, range, other, ring };
}

/**
 * @param {string} looks
 * @param {string} name
 */
function buildRange(looks, name) {
  return make("input", { class: looks, type: "range", step: "1", dir: "ltr", "aria-label": name });
}

function buildControls() {
  const playWord = make("span", {}, WORDS.play);
  const play = make("button", { class: "button play", part: "button play-button", type: "button" });
  play.append(icon(ICONS.play), icon(ICONS.pause), playWord);
  const previous = buildButton("previous", "previous", WORDS.previous, WORDS.previous);
  const next = buildButton("next", "next", WORDS.next, WORDS.next);
  const compare = buildButton("compare", "compare", WORDS.compare, WORDS.compare);
  const share = buildButton("share", "share", WORDS.share);
  const download = buildButton("download", "download", WORDS.download);
  const other = buildField("compared", WORDS.comparedDate);
  const date = buildField("day", WORDS.date);
  const dates = make("div", { class: "dates" }, other, date);
  const link = make("input", { class: "link", part: "link-field", readonly: "", "aria-label": WORDS.copyThis });
  link.hidden = true;
  const root = make(
    "div", { class: "controls", part: "controls" },
    play, previous, next, compare, share, download, dates, link,
  );
  return { root, play, playWord, previous, next, compare, share, download, other, date, link };
}

/**
 * A button with an icon and a name, and a word that steps aside where the column is narrow.
 * @param {string} name
 * @param {keyof typeof ICONS} shape
 * @param {string} words
 * @param {string} [word]
 */
function buildButton(name, shape, words, word) {
  const looks = { class: `button ${name}`, part: `button ${name}-button`, type: "button", "aria-label": words };
  const button = make("button", looks, icon(ICONS[shape]));
  if (!word) button.title = words;
  else button[name === "next" ? "prepend" : "append"](make("span", { class: "word", "aria-hidden": "true" }, word));
  return button;
}

/**
 * @param {string} name
 * @param {string} words
 */
function buildField(name, words) {
  return make("input", { class: `field ${name}`, part: `date-field ${name}-field`, type: "date", "aria-label": words });
}

/** The latest changes, or in their place the history of one entity. */
function buildDetails() {
  const heading = make("p", { class: "heading", part: "heading", id: "changes-heading" });
  const list = make("ol", { class: "entries latest", "aria-labelledby": "changes-heading" });
  const none = make("p", { class: "none" });
  const changes = make(
    "div",
    { class: "changes", part: "changes", role: "group", "aria-labelledby": "changes-heading" },
    heading, list, none,
  );
  const name = make("p", { class: "heading name", part: "heading", id: "history-heading" });
  const state = make("p", { class: "state" });
  const close = make("button", { class: "button back", part: "button back-button", type: "button" });
  close.append(icon(ICONS.previous), WORDS.back);
  const footnote = make("p", { class: "remark" });
  const related = buildRelated();
  const entries = make("ol", { class: "entries" });
  const history = make(
    "div",
    { class: "history", part: "history", role: "group", tabindex: "-1", "aria-labelledby": "history-heading" },
    close, name, state, footnote, related.root, entries,
  );
  history.hidden = true;
  const root = make("div", { class: "details" }, changes, history);
  return { root, changes, changesHeading: heading, list, none, history, name, state, footnote, related, close, entries };
}

function buildRelated() {
  const heading = make("p", { class: "heading", part: "heading", id: "related-heading" });
  const list = make("ul", { class: "others", "aria-labelledby": "related-heading" });
  return { root: make("div", { class: "related" }, heading, list), heading, list };
}

function buildNotes() {
  const footnotes = make("ul", { class: "footnotes", part: "footnotes" });
  const license = make("p", { class: "license", part: "license" });
  return { root: make("div", { class: "notes" }, footnotes, license), footnotes, license };
}

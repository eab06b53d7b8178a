/** The shadow DOM of one element, built once. What changes later is reached through the parts it returns. */

import { icon, make } from "./dom.js";
import { WORDS } from "./words.js";

const ICONS = {
  play: "M4 2.5v11l9.5-5.5z",
  pause: "M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z",
  previous: "M10.6 2.4 5 8l5.6 5.6-1.3 1.3L2.4 8l6.9-6.9z",
  next: "m5.4 2.4 1.3-1.3L13.6 8l-6.9 6.9-1.3-1.3L11 8z",
};

/** @typedef {ReturnType<typeof buildTemplate>} Parts */

/** Everything inside the shadow root. */
export function buildTemplate() {
  const headline = buildHeadline();
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
    headline.root, legend, map.root, below, timeline.root, controls.root, details.root, notes.root, tip, live,
  );
  const notice = make("div", { class: "notice", part: "notice", role: "alert" });
  const fallback = make("div", { class: "fallback" }, make("slot"));
  const probe = make("span", { class: "probe", "aria-hidden": "true" });
  const root = make("div", { class: "root", "data-state": "loading" }, notice, fallback, figure, probe);
  const parts = { headline, legend, map, unfold, timeline, controls, details, notes, tip, live };
  return { root, figure, ...parts, notice, fallback, probe };
}

function buildHeadline() {
  const title = make("p", { class: "title", part: "title", id: "title" });
  const date = make("time", { class: "date", part: "date" });
  const sentence = make("p", { class: "sentence", part: "sentence" });
  const root = make("div", { class: "headline", part: "headline" }, title, date, sentence);
  return { root, title, date, sentence };
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
  const range = make("input", { class: "range", type: "range", step: "1", dir: "ltr", "aria-label": WORDS.timeline });
  const ring = make("div", { class: "ring" });
  const root = make("div", { class: "timeline", part: "timeline", dir: "ltr" }, base, cursor, range, ring);
  return { root, base, cursor, range, ring };
}

function buildControls() {
  const playWord = make("span", {}, WORDS.play);
  const play = make("button", { class: "button play", part: "button play-button", type: "button" });
  play.append(icon(ICONS.play), icon(ICONS.pause), playWord);
  const previous = buildStep("previous", WORDS.previous);
  const next = buildStep("next", WORDS.next);
  const date = make("input", { class: "field", part: "date-field", type: "date", "aria-label": WORDS.date });
  const root = make("div", { class: "controls", part: "controls" }, play, previous, next, date);
  return { root, play, playWord, previous, next, date };
}

/**
 * A button whose word steps aside where the column is narrow; its name stays.
 * @param {"previous"|"next"} name
 * @param {string} word
 */
function buildStep(name, word) {
  const label = make("span", { class: "word", "aria-hidden": "true" }, word);
  const button = make("button", { class: `button ${name}`, part: "button", type: "button", "aria-label": word });
  button.append(...(name === "previous" ? [icon(ICONS.previous), label] : [label, icon(ICONS.next)]));
  return button;
}

/** The latest changes, or in their place the history of one entity. */
function buildDetails() {
  const list = make("ol", { class: "entries latest" });
  const none = make("p", { class: "none" }, WORDS.noChanges);
  const changes = make(
    "div",
    { class: "changes", part: "changes", role: "group", "aria-labelledby": "changes-heading" },
    make("p", { class: "heading", part: "heading", id: "changes-heading" }, WORDS.changes), list, none,
  );
  const name = make("p", { class: "heading name", part: "heading", id: "history-heading" });
  const state = make("p", { class: "state" });
  const close = make("button", { class: "button close", part: "button", type: "button" });
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
  return { root, changes, list, none, history, name, state, footnote, related, close, entries };
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

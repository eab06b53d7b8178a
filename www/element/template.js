/** Builds the shadow DOM of one element, once. Later changes use the parts that the function returns. */

import { icon, make } from "../base/dom.js";

const ICONS = {
  play: "M4 3v10l8-5z",
  pause: "M5 3v10M11 3v10",
  previous: "M10.5 2.5 5 8l5.5 5.5",
  next: "M5.5 2.5 11 8l-5.5 5.5",
  compare: "M1 5h13l-3.5-3.5M15 11H2l3.5 3.5",
  share: "M4 6.5H2V15h12V6.5h-2M8 11V1M4.5 4.5 8 1l3.5 3.5",
  sound: "M2 6v4h2.5L8 13V3L4.5 6zM10.5 6a2.8 2.8 0 0 1 0 4M12.5 3.8a6 6 0 0 1 0 8.4",
  download: "M2 10.5V15h12v-4.5M8 1v10M4.5 7.5 8 11l3.5-3.5",
  close: "m3 3 10 10M13 3 3 13",
  date: "M2 4h12v10H2zM2 7.5h12M5 1.5V4M11 1.5V4",
};

/** @typedef {ReturnType<typeof buildTemplate>} Parts */

/** Everything inside of the shadow root. Fixed texts have only their keys here: `Words` writes the texts. */
export function buildTemplate() {
  const headline = buildHeadline();
  const tour = buildTour();
  const map = buildMap();
  const order = buildOrder();
  const timeline = buildTimeline();
  const controls = buildControls();
  const table = make("div", { class: "table", part: "table", id: "table", hidden: "until-found" });
  const tabs = buildTabs(map);
  const details = buildDetails();
  const firm = buildSwitch("only_firm");
  const notes = buildNotes(firm.root);
  const extras = make("div", { class: "extras" }, details.fold, notes.keyButton, tour.root);
  const legend = make("div", { class: "statuses", role: "group", "data-name": "legend" });
  const weights = buildWeights();
  const tip = make("div", { class: "tip", part: "tooltip", "aria-hidden": "true" });
  const live = make("p", { class: "visually-hidden", role: "status" });
  const { play, ways } = controls;
  const bar = make("div", { class: "bar", part: "bar" }, play, controls.day, ways, timeline.root);
  const stage = make(
    "div",
    { class: "stage" },
    headline.root,
    make("div", { class: "legend", part: "legend" }, legend, weights.root),
    order.root,
    map.root,
    table,
    bar,
  );
  const figure = make(
    "div",
    { class: "figure", part: "figure", role: "region", "aria-labelledby": "title", "aria-describedby": "story" },
    stage,
    make("div", { class: "below" }, tabs.root, controls.root),
    extras,
    notes.key,
    details.root,
    notes.root,
    tip,
    live,
  );
  const notice = make("div", { class: "notice", part: "notice", role: "alert" });
  const fallback = make("div", { class: "fallback" }, make("slot"));
  const probe = make("span", { class: "probe", "aria-hidden": "true" });
  const root = make("div", { class: "root", "data-state": "loading" }, notice, fallback, figure, probe);
  const parts = {
    headline,
    tour,
    legend,
    firm,
    weights,
    stage,
    order,
    map,
    timeline,
    controls,
    tabs,
    table,
    details,
    notes,
    tip,
    live,
  };
  return { root, figure, ...parts, notice, fallback, probe };
}

/** The switch between entities and their weights: one stop of the Tab key. */
function buildWeights() {
  const word = make("span", { "data-word": "count_by", "aria-hidden": "true" });
  const choices = [0, 1].map(() => buildBox("choice", "radio", { class: "label" }));
  const about = { class: "weights", part: "weights", role: "radiogroup", "data-name": "count_by" };
  const root = make("div", about, word, ...choices.map((choice) => choice.root));
  root.hidden = true;
  return { root, choices };
}

/**
 * A radio button or a checkbox with its text.
 * @param {string} name
 * @param {string} type
 * @param {Record<string, string>} about  attributes of the text
 */
function buildBox(name, type, about) {
  const text = make("span", about);
  const box = make("input", { type, name });
  return { root: make("label", { class: name, part: name }, box, text), box, text };
}

/**
 * A heading. The page chooses the level of the title.
 * @param {number} below  how many levels it is below the title
 * @param {Record<string, string>} attributes
 */
function buildHeading(below, attributes) {
  return make("p", { ...attributes, role: "heading", "aria-level": String(2 + below), "data-below": String(below) });
}

function buildHeadline() {
  const title = buildHeading(0, { class: "title", part: "title", id: "title" });
  const subtitle = make("p", { class: "subtitle", part: "subtitle" });
  const day = make("span", { "aria-hidden": "true" });
  const spokenDay = make("span", { class: "visually-hidden" });
  const date = make("time", { class: "date", part: "date" }, day, spokenDay);
  const sentence = make("p", { class: "sentence visually-hidden" });
  // A hidden element can still describe another one.
  const story = make("p", { id: "story", hidden: "" });
  const root = make("div", { class: "headline", part: "headline" }, title, subtitle, date, sentence, story);
  return { root, title, subtitle, date, day, spokenDay, sentence, story };
}

/** One quiet button or, in its place, the current step with buttons for the other steps. */
function buildTour() {
  const looks = { class: "button quiet start", part: "button tour-button", type: "button" };
  const start = make("button", { ...looks, "data-word": "tour" });
  const count = make("p", { class: "count" });
  const previous = buildButton("earlier", "previous", "previous_step");
  const next = buildButton("later", "next", "next_step");
  const end = buildButton("end", "close", "end_tour");
  const steps = make("div", { class: "steps" });
  const open = make(
    "div",
    { class: "open", part: "tour-step", role: "group", "data-name": "tour" },
    make("div", { class: "walk" }, count, previous, next, end),
    steps,
  );
  open.hidden = true;
  const root = make("div", { class: "tour", part: "tour" }, start, open);
  return { root, start, open, count, previous, next, end, steps };
}

function buildMap() {
  // `dir`, because on a right-to-left page a canvas would align text at the other end.
  const canvas = make("canvas", { dir: "ltr", "aria-hidden": "true" });
  const tiles = make("div", { class: "tiles", role: "listbox", tabindex: "0" });
  const root = make("div", { class: "map", part: "map", dir: "ltr", id: "map", role: "tabpanel" }, canvas, tiles);
  return { root, canvas, tiles };
}

/** The menu for the order of the rows. */
function buildOrder() {
  const menu = make("select", { class: "field", part: "order-menu" });
  const root = make("label", { class: "order", part: "order" }, make("span", { "data-word": "sort" }), menu);
  return { root, menu };
}

function buildTimeline() {
  const base = make("canvas", { dir: "ltr", "aria-hidden": "true" });
  const cursor = make("canvas", { class: "cursor", dir: "ltr", "aria-hidden": "true" });
  const range = buildRange("range", "timeline");
  const other = buildRange("range compared", "compared_timeline");
  const ring = make("div", { class: "ring" });
  const root = make("div", { class: "timeline", part: "timeline", dir: "ltr" }, base, cursor, range, other, ring);
  return { root, base, cursor, range, other, ring };
}

/**
 * @param {string} looks
 * @param {string} word  the key of its name
 */
function buildRange(looks, word) {
  const about = { "data-name": word, "aria-describedby": "periods" };
  return make("input", { class: looks, type: "range", step: "1", dir: "ltr", ...about });
}

function buildControls() {
  const playWord = make("span", { "data-word": "play" });
  const play = make("button", { class: "button play", part: "button play-button", type: "button" });
  play.append(icon(ICONS.play), icon(ICONS.pause), playWord);
  const previous = buildButton("previous", "previous", "previous");
  const next = buildButton("next", "next", "next");
  const ways = make("div", { class: "ways", dir: "ltr" }, previous, next);
  const compare = buildButton("compare", "compare", "compare", true);
  const share = buildButton("share", "share", "share");
  const download = buildButton("download", "download", "download");
  const sound = buildButton("sound", "sound", "sound");
  const day = make("p", { class: "today", part: "bar-date", "aria-hidden": "true" });
  const other = buildField("compared", "compared_date");
  const date = buildField("day", "date");
  date.title = "";
  // Firefox names the parts of a date field only by month, day and year, so each field is a group with a name.
  const otherGroup = make("span", { class: "pick", role: "group", "data-name": "compared_date" }, other);
  // The field is hidden without a comparison, because it would take space in the row.
  other.hidden = otherGroup.hidden = true;
  const pick = make(
    "span",
    { class: "button pick", role: "group", "data-name": "date" },
    icon(ICONS.date),
    buildWord("date"),
    date,
  );
  const dates = make("div", { class: "dates" }, otherGroup, pick);
  const link = make("input", { class: "link", part: "link-field", readonly: "", "data-name": "copy_this" });
  link.hidden = true;
  const root = make("div", { class: "controls", part: "controls" }, compare, dates, share, download, sound, link);
  return {
    root,
    play,
    playWord,
    ways,
    day,
    previous,
    next,
    compare,
    share,
    download,
    sound,
    otherGroup,
    other,
    date,
    link,
  };
}

/** @param {ReturnType<typeof buildMap>} panel  for the map, the rows and the groups */
function buildTabs({ root: panel, tiles }) {
  const tab = (/** @type {string} */ view, /** @type {(Node|string)[]} */ ...content) =>
    make(
      "button",
      {
        class: `tab ${view}-tab`,
        id: `${view}-tab`,
        part: `tab ${view}-tab`,
        type: "button",
        role: "tab",
        "aria-controls": view === "table" ? "table" : panel.id,
      },
      ...content,
    );
  const groupsName = make("span");
  const groupsCount = make("span", { class: "count" });
  const map = tab("map", make("span", { "data-word": "map" }));
  const lanes = tab("lanes", make("span", { "data-word": "lanes" }));
  const groups = tab("groups", groupsName, make("span", { class: "tab-count" }, " (", groupsCount, ")"));
  const table = tab("table", make("span", { "data-word": "table" }));
  const looks = { class: "tabs", part: "tabs", role: "tablist", "data-name": "views" };
  const root = make("div", looks, map, lanes, groups, table);
  return { root, named: [panel, tiles], map, lanes, groups, groupsName, groupsCount, table };
}

/**
 * A button with an icon and a name. The name is hidden in a narrow column, or appears only in the tooltip of the
 * browser.
 * @param {string} name
 * @param {keyof typeof ICONS} shape
 * @param {string} word  the key of its name
 * @param {boolean} [shown]  whether the name is beside the icon
 */
function buildButton(name, shape, word, shown = false) {
  const looks = { class: `button ${name}`, part: `button ${name}-button`, type: "button", "data-name": word };
  const button = make("button", shown ? looks : { ...looks, title: "" }, icon(ICONS[shape]));
  const beside = buildWord(word);
  if (shown) button[name === "next" ? "prepend" : "append"](beside);
  return button;
}

/** @param {string} word  the key of its name */
function buildSwitch(word) {
  const { root, box } = buildBox("switch", "checkbox", { "data-word": word });
  root.hidden = true;
  return { root, box };
}

/** @param {string} word  its key */
function buildWord(word) {
  return make("span", { class: "word", "aria-hidden": "true", "data-word": word });
}

/**
 * @param {string} name
 * @param {string} word  the key of its name
 */
function buildField(name, word) {
  return make("input", { class: `field ${name}`, part: `date-field ${name}-field`, type: "date", "data-name": word });
}

/** The latest changes or, in their place, the history of one entity. */
function buildDetails() {
  const heading = buildHeading(1, { class: "heading", part: "heading", id: "changes-heading" });
  const list = make("ol", { class: "entries latest", role: "list", "aria-labelledby": "changes-heading" });
  const none = make("p", { class: "none" });
  const foldName = make("span");
  const newest = make("span", { class: "newest", "aria-hidden": "true" });
  const fold = buildFold("fold", foldName, newest);
  const changes = make(
    "div",
    { class: "changes", part: "changes", role: "group", "aria-labelledby": "changes-heading" },
    heading,
    list,
    none,
  );
  const name = buildHeading(1, { class: "heading name", part: "heading", id: "history-heading" });
  const state = make("p", { class: "state" });
  const close = make("button", { class: "button back", part: "button back-button", type: "button" });
  close.append(icon(ICONS.close), make("span", { "data-word": "back" }));
  const footnote = make("p", { class: "remark" });
  const related = buildRelated();
  const entries = make("ol", { class: "entries", role: "list" });
  const history = make(
    "div",
    { class: "history", part: "history", role: "group", tabindex: "-1", "aria-labelledby": "history-heading" },
    close,
    name,
    state,
    footnote,
    related.root,
    entries,
  );
  history.hidden = true;
  const root = make("div", { class: "details" }, changes, history);
  const latest = { changes, changesHeading: heading, list, none, fold, foldName, newest };
  return { root, ...latest, history, name, state, footnote, related, close, entries };
}

function buildRelated() {
  const heading = buildHeading(2, { class: "heading", part: "heading", id: "related-heading" });
  const list = make("ul", { class: "others", role: "list", "aria-labelledby": "related-heading" });
  return { root: make("div", { class: "related" }, heading, list), heading, list };
}

/** @param {HTMLElement} firm  the switch that leaves out what the key calls paler */
function buildNotes(firm) {
  const footnotes = make("ul", { class: "footnotes", part: "footnotes", role: "list" });
  const periods = make("ul", { class: "footnotes", part: "periods", id: "periods", role: "list" });
  const license = make("p", { class: "license", part: "license" });
  const updated = make("p", { class: "updated", part: "updated" });
  const keyButton = buildFold("key-button", make("span", { "data-word": "key" }));
  const meaning = make("ul", { role: "list" });
  const key = make("div", { class: "key", part: "key" }, meaning, firm);
  const terms = make("div", { class: "terms" }, updated, license);
  const root = make("div", { class: "notes" }, periods, footnotes, terms);
  return { root, periods, footnotes, license, updated, keyButton, key, meaning };
}

/**
 * A button that shows and hides a part of the figure.
 * @param {string} name
 * @param {...Node} content
 */
function buildFold(name, ...content) {
  const looks = { class: `button quiet ${name}`, part: "button fold-button", type: "button" };
  return make("button", { ...looks, "aria-expanded": "false" }, ...content);
}

/**
 * Every control has the expected role, name and value, as browsers compute them for assistive technology, in every
 * language. An unexpected control is a failure.
 */

import assert from "node:assert/strict";
import { engine, useBrowser } from "./session.mjs";
import { EVENTS, LANGUAGES, Speech } from "./speech.mjs";
import { rest, STATES } from "./states.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount } from "./widget.mjs";

const session = useBrowser();

const DAY = "2020-07-14";
const COMPARED = "2019-10-20";
/**
 * The number of countries with each status on these days. `command.rs` compares the numbers of the command, and the
 * command those of the core.
 * @type {Record<string, number>}
 */
const BANNED = { [DAY]: 4, [COMPARED]: 3 };

/** The roles that browsers give to a field with a date. */
const DATE_FIELD = new Map(Object.entries({ chromium: "Date", firefox: "", webkit: "textbox" })).get(engine) ?? "";

const latest = EVENTS.find(
  (/** @type {{entity: string, date: string}} */ { entity, date }) => entity === "GB" && date === DAY,
);
const [source] = latest.sources;
const ABOUT = { days: [DAY, COMPARED, source.date], countries: ["AD", "GB", "NO", "TW"] };

/** Attributes and properties of a control. @typedef {Record<string, unknown> & {spoken: string, min: number, max: number}} Values */

/**
 * The expected controls by state. A state that does not mention a control has that of `ready`. Each line: a selector,
 * the role, the name of the first control, and attributes that are its value. Without a name only the role is compared.
 * @type {Record<string, [selector: string, role: string, name?: (say: Speech) => string, value?: (say: Speech, values: Values) => object][]>}
 */
const EXPECTED = {
  ready: [
    [".figure", "region", (say) => say.title],
    [".title", "heading", (say) => say.title, () => ({ "aria-level": "2" })],
    [".start", "button", (say) => say.count("start_tour", say.tour.length).replace(" ·", ",")],
    [".pick:not(:has(.compared))", "group", (say) => say.text("date")],
    [".fold", "button", (say) => say.text("changes"), () => ({ "aria-expanded": "true" })],
    [".key-button", "button", (say) => say.text("key"), () => ({ "aria-expanded": "false" })],
    [".weights", "radiogroup", (say) => say.text("count_by")],
    [".choice:last-child input", "radio", (say) => say.text("people"), () => ({ checked: false })],
    [".choice input", "radio"],
    ["[data-status=banned]", "button", (say) => labelAndCount(say, "banned"), () => ({ "aria-pressed": "false" })],
    ["[data-status]", "button"],
    [".map", "tabpanel", (say) => say.text("map")],
    [".tiles", "listbox", (say) => say.text("map")],
    ["#tile-AD", "option", (say) => tile(say, "AD", say.text("no_data")), () => ({ "aria-selected": undefined })],
    ["#tile-GB", "option", (say) => tile(say, "GB", null)],
    ["[role=option]", "option"],
    [".range:not(.compared)", "slider", (say) => say.text("timeline"), rangeOn(DAY)],
    [".play", "button", (say) => say.text("play")],
    [".previous", "button", (say) => say.text("previous"), () => ({ "aria-disabled": "false" })],
    [".next", "button", (say) => say.text("next"), () => ({ "aria-disabled": "false" })],
    [".compare", "button", (say) => say.text("compare"), () => ({ "aria-pressed": "false" })],
    [".sound", "button", (say) => say.text("sound"), () => ({ "aria-pressed": "false" })],
    [".share", "button", (say) => say.text("share")],
    [".download", "button", (say) => say.text("download")],
    [".tabs", "tablist", (say) => say.text("views")],
    [".map-tab", "tab", (say) => say.text("map"), () => ({ "aria-selected": "true", "aria-controls": "map" })],
    [".lanes-tab", "tab", (say) => say.text("lanes"), () => ({ "aria-selected": "false", "aria-controls": "map" })],
    [".groups-tab", "tab", groupsTab, () => ({ "aria-selected": "false", "aria-controls": "map" })],
    [".table-tab", "tab", (say) => say.text("table"), () => ({ "aria-selected": "false", "aria-controls": "table" })],
    [".field.day", DATE_FIELD, (say) => say.text("date"), () => ({ value: DAY })],
    [".changes", "group", (say) => say.text("changes")],
    [".latest", "list", (say) => say.text("changes")],
    ["li", "listitem"],
    [".latest .when", "button", (say) => say.fill("show_day", { date: say.day(DAY) })],
    [".latest .what-title", "button", (say) => say.fill("history", { text: latest.title })],
    [".latest .sources a", "link", (say) => `${source.outlet}, ${say.day(source.date)}`],
    ["[role=status]", "status"],
  ],
  comparing: [
    ["[data-status=banned]", "button", comparedCounts],
    [".compare", "button", (say) => say.text("compare"), () => ({ "aria-pressed": "true" })],
    [".range.compared", "slider", (say) => say.text("compared_timeline"), rangeOn(COMPARED)],
    [".field.compared", DATE_FIELD, (say) => say.text("compared_date"), () => ({ value: COMPARED })],
    [".fold", "button", (say) => say.text("moved"), () => ({ "aria-expanded": "true" })],
    [".changes", "group", (say) => say.text("moved")],
    [".latest", "list", (say) => say.text("moved")],
    [".latest .what-title", "button", (say) => say.fill("history", { text: say.country("GB") })],
  ],
  selected: [
    ["#tile-NO", "option", undefined, () => ({ "aria-current": "true", "aria-selected": undefined })],
    ["#history-heading", "heading", (say) => say.country("NO"), () => ({ "aria-level": "3" })],
    ["#related-heading", "heading", (say) => say.text("actors"), () => ({ "aria-level": "4" })],
    [".history", "group", (say) => say.country("NO")],
    [".back", "button", (say) => say.text("back")],
    [".others", "list", (say) => say.text("actors")],
    [".other[data-entity=telenor]", "button", (say) => `${say.entity("telenor")} ${say.status("restricted").label}`],
    [".other", "button"],
    [".history .entries", "list"],
    [".history .when", "button"],
    [".history a", "link"],
  ],
  filtered: [
    ["[data-status=banned]", "button", (say) => labelAndCount(say, "banned"), () => ({ "aria-pressed": "true" })],
  ],
  weighted: [
    [".footnotes[part=footnotes]", "list"],
    ["[data-status=banned]", "button", undefined, () => ({ "aria-pressed": "false" })],
    [".choice:last-child input", "radio", (say) => say.text("people"), () => ({ checked: true })],
  ],
  tour: [
    [".open", "group", (say) => say.text("tour")],
    [".earlier", "button", (say) => say.text("previous_step"), () => ({ "aria-disabled": "false" })],
    [".later", "button", (say) => say.text("next_step"), () => ({ "aria-disabled": "false" })],
    [".end", "button", (say) => say.text("end_tour")],
  ],
  table: [
    [".table", "tabpanel", (say) => say.text("table")],
    [".table-tab", "tab", (say) => say.text("table"), () => ({ "aria-selected": "true" })],
    [".search", "searchbox", (say) => say.text("table_filter")],
    [".copy", "button", (say) => say.text("table_copy")],
    [".changed input", "checkbox", (say) => say.text("table_changed")],
    [".scroll", "group", caption],
    ["table", "table", caption],
    ["caption", "caption"],
    ["thead, tbody", "rowgroup"],
    ["tr", "row"],
    ["th[aria-sort]", "columnheader", undefined, () => ({ "aria-sort": "ascending" })],
    ["th[scope=col]", "columnheader"],
    ["th[scope=row]", "rowheader"],
    ["td", "cell"],
    ["[data-column=entity]", "button", (say) => say.text("table_entity")],
    ["[data-column=status]", "button", (say) => say.text("table_status")],
    ["[data-column=since]", "button", (say) => say.text("table_since")],
    ["[data-column=sources]", "button", (say) => say.text("table_sources")],
    ["[data-column=way]", "button", (say) => say.text("table_way")],
    [".who", "button", (say) => say.country("TW")],
    [".table a", "link"],
  ],
  groups: [
    [".map", "tabpanel", groupsTab],
    [".tiles", "listbox", groupsTab],
    [".map-tab", "tab", (say) => say.text("map"), () => ({ "aria-selected": "false" })],
    [".groups-tab", "tab", groupsTab, () => ({ "aria-selected": "true" })],
  ],
  lanes: [
    [".map", "tabpanel", (say) => say.text("lanes")],
    [".tiles", "listbox", (say) => say.text("lanes")],
    [".lanes-tab", "tab", (say) => say.text("lanes"), () => ({ "aria-selected": "true" })],
    [".order select", engine === "webkit" ? "button" : "combobox", order],
  ],
  "link to copy": [[".link", "textbox", (say) => say.text("copy_this")]],
  playing: [[".play", "button", (say) => say.text("pause")]],
};

/** Latin letters, right-to-left letters and ideographs. Our own code decides how words are put into names. */
const IN_EACH_ENGINE = ["en", "ar", "ja"];

/** The number of entities that are not on the map: the dataset has countries without a tile, blocs and companies. */
const OFF_MAP = 72;

/** The menu of the order. In WebKit its name contains the chosen order. @param {Speech} say */
function order(say) {
  const chosen = say.fill("sort_first", { status: say.status("banned").label });
  return engine === "webkit" ? `${say.text("sort")} ${chosen}` : say.text("sort");
}

/** @param {Speech} say */
function groupsTab(say) {
  return `${say.text("groups_more")} (${say.number(OFF_MAP)})`;
}

/**
 * @param {Speech} say
 * @param {string} code
 * @param {string|null} status
 */
function tile(say, code, status) {
  const { label } = say.status("banned");
  const since = () => say.fill(say.text("since_day") ? "since_day" : "since", { date: say.day(DAY) });
  // What the ban of the United Kingdom rests on, and to what it applies.
  const grounds = () => [say.text("basis.decision"), ...["all", "installed"].map((id) => say.scope(id))];
  const banned = () => [say.fill("status_since", { status: label, since: since() }), ...grounds()].join(", ");
  const standing = status ?? banned();
  return say.fill("standing", { name: say.country(code), status: standing });
}

/**
 * @param {Speech} say
 * @param {string} id
 */
function labelAndCount(say, id) {
  return say.count(say.status(id).clause, BANNED[DAY]);
}

/** @param {Speech} say */
function caption(say) {
  return say.fill("table_caption", { title: say.title, date: say.day(DAY) });
}

/** @param {Speech} say */
function comparedCounts(say) {
  const [from, to] = [say.number(BANNED[COMPARED]), say.number(BANNED[DAY])];
  return say.count(say.status("banned").clause, BANNED[DAY]).replace(to, say.fill("from_to", { from, to }));
}

/**
 * A native range has numbers, and a text that is read instead of them: the date and who changed on it, or the sentence.
 * @param {string} day
 */
function rangeOn(day) {
  return (/** @type {Speech} */ say, /** @type {Values} */ { spoken, min, max }) => {
    const changed = { name: say.country("GB"), status: say.status("banned").label };
    const lead = day === DAY ? say.fill("standing", changed) : say.count(say.status("banned").lead, BANNED[day]);
    assert.ok(plain(spoken).startsWith(plain(say.day(day))), `${spoken} begins with the date`);
    assert.ok(plain(spoken).includes(plain(lead)), `${spoken} says: ${lead}`);
    const days = Date.parse(day) / 86_400_000;
    assert.ok(min < days && days < max, `${day} lies within the range`);
    return { value: String(days) };
  };
}

/**
 * A text without inaudible characters. The arrow between two counts has spaces around it in every language.
 * @param {string} text
 */
function plain(text) {
  return text.replace(/[\u2066-\u2069\u200e\u200f]/g, "").replace(/\s+/g, "");
}

/**
 * Runs in the page: for each selector the first control, in their order, among all parts that can have the focus or
 * have a role; and the markup of parts without a selector.
 * @param {Host} host
 * @param {string[]} selectors
 */
function findControls(host, selectors) {
  const parts = "a, button, input, select, textarea, summary, ol, ul, li, table, caption, th, [role], [tabindex]";
  const all = [...host.shadowRoot.querySelectorAll(`:is(${parts}):not([aria-hidden=true] *)`)];
  const seen = all.filter((part) => part.checkVisibility({ visibilityProperty: true }));
  /** @type {(HTMLElement|null)[]} */
  const found = selectors.map(() => null);
  /** @type {string[]} */
  const unknown = [];
  for (const part of seen) {
    const line = selectors.findIndex((selector) => part.matches(selector));
    if (line < 0) unknown.push(/** @type {HTMLElement} */ (part.cloneNode()).outerHTML);
    else found[line] ??= part;
  }
  return { found, unknown };
}

/**
 * Runs in the page: attributes and properties that can be the value of a control.
 * @param {any} control
 */
function readValues(control) {
  const attributes = [...control.attributes].map(({ name, value }) => [name, value]);
  const { value, checked, min, max } = control;
  return {
    ...Object.fromEntries(attributes),
    value,
    checked,
    min: Number(min),
    max: Number(max),
    spoken: control.ariaValueText,
  };
}

/**
 * Compares the controls of a state that differ from those of a figure at rest.
 * @param {Widget} widget
 * @param {Speech} say
 * @param {string} state
 */
async function assertState(widget, say, state) {
  const own = EXPECTED[state];
  const lines = state === "ready" ? own : [...own, ...EXPECTED.ready];
  const { found, unknown } = await widget.run(
    findControls,
    lines.map(([selector]) => selector),
  );
  assert.deepEqual(unknown, [], `${state}: nobody expects these`);
  for (const [n, [selector, role, name, value]] of own.entries()) {
    const control = found[n];
    const where = `${say.lang}, ${state}: ${selector}`;
    assert.ok(control, `${where} is there`);
    /** @type {Record<string, unknown>} */
    const computed = { role: await control.getAriaRole() };
    /** @type {Record<string, unknown>} */
    const expected = { role };
    if (name) {
      computed.name = plain(await control.getAccessibleName());
      expected.name = plain(name(say));
    }
    if (value) {
      const values = await session.driver.executeScript(readValues, control);
      Object.assign(expected, value(say, values));
      for (const key of Object.keys(expected)) computed[key] ??= values[key];
    }
    assert.deepEqual(computed, expected, where);
  }
}

/**
 * Changes the language of the page, and waits until the last name of the figure has changed.
 * @param {Widget} widget
 * @param {string} lang
 */
async function speak(widget, lang) {
  const name = () => widget.run((host) => host.shadowRoot.querySelector("#tile-AD").ariaLabel);
  const before = await name();
  const changed = await session.driver.executeScript(
    (lang, dir) => {
      const page = document.documentElement;
      const changed = page.lang !== lang;
      Object.assign(page, { lang, dir });
      return changed;
    },
    lang,
    ["ar", "he"].includes(lang) ? "rtl" : "ltr",
  );
  if (changed) await widget.until(`the figure speaks ${lang}`, async () => (await name()) !== before);
}

for (const lang of LANGUAGES) {
  const claims = IN_EACH_ENGINE.includes(lang) ? eachEngine : oneEngine;
  claims(`every control has its role, its name and its value in ${lang}`, { timeout: 120_000 }, async () => {
    const widget = await mount(session.driver);
    await widget.ready();
    const say = await Speech.of(session.driver, lang, ABOUT);
    await speak(widget, lang);
    for (const state of Object.keys(EXPECTED)) {
      await rest(widget);
      await widget.unfold();
      await STATES[state](widget);
      await assertState(widget, say, state);
    }
  });
}

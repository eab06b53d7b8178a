/**
 * The picture as a table, for everyone. It outlives the chart, so that after a fault its last rows can still be read,
 * sorted and searched. `TablePanel` shows and hides it.
 */

import { ButtonFeedback } from "../panels/button-feedback.js";
import { setAttribute, setText, interpolate } from "../base/dom.js";
import { fold } from "../i18n/locale.js";
import { pageOf } from "../base/page.js";
import { copyRows, selectedRows } from "./copy.js";
import { matches, sortRows } from "./order.js";
import { buildTable } from "./parts.js";
import { buildRow, readRow, writeRow } from "./row.js";

/** @typedef {import("./row.js").Row} Row */
/** @typedef {import("../types.js").Description} Description */
/** @typedef {import("./panel.js").Chart} Chart */

/** While the date runs an open table follows it this often, in ms. */
const PACE = 300;
/**
 * A reader who asks for nothing else for so many ms is told how many rows are left. Chromium sends an event for each row
 * that a search hides, and Orca drops announcements while more than a hundred events wait.
 */
const PAUSE = 1400;

export class Table {
  /** @type {Map<string, {row: Row, line: HTMLTableRowElement}>} */
  #rows = new Map();
  /** @type {import("./order.js").Order} */
  #order = { column: "status", descending: false };
  /** @type {Chart|undefined} */
  #chart;
  /** @type {Description|undefined} */
  #description;
  /** @type {import("../types.js").TaggedText} */
  #title = "";
  /** What the rows have been made for. */
  #told = "";
  #stale = false;
  /** @type {Timer} */
  #timer = 0;
  /** @type {Timer} */
  #pause = 0;
  /** Whether the rows are those of two days. */
  #comparing = false;

  /**
   * @param {HTMLElement} root
   * @param {import("../i18n/words.js").Words} words
   */
  constructor(root, words) {
    const parts = buildTable(root);
    this.parts = parts;
    this.words = words;
    this.feedback = new ButtonFeedback((...told) => this.#chart?.say(...told));
    for (const [field, name] of /** @type {const} */ ([
      [parts.search, "input"],
      [parts.changed, "change"],
    ])) {
      field.addEventListener(name, () => {
        this.#filter();
        this.#announce();
      });
    }
    parts.copy.addEventListener("click", () => this.#copy());
    parts.root.addEventListener("copy", (event) => this.#give(event, selectedRows(parts.body)));
    parts.table.addEventListener("click", ({ target }) => {
      const { column, entity } = /** @type {Element} */ (target).closest("button")?.dataset ?? {};
      if (column) this.#sort(column);
      if (entity !== undefined) this.#chart?.open(entity);
    });
  }

  get shown() {
    return !this.parts.root.hasAttribute("hidden");
  }

  /**
   * Follows a chart from now on.
   * @param {Chart} chart
   * @param {AbortSignal} signal
   */
  attach(chart, signal) {
    this.#chart = chart;
    this.#rows.clear();
    signal.addEventListener("abort", () => {
      this.#flush();
      clearTimeout(this.#pause);
      this.#chart = undefined;
    });
  }

  /**
   * @param {Description} description
   * @param {import("../types.js").Info} info
   * @param {boolean} fresh  words have changed, or it is about to be printed
   */
  render(description, info, fresh) {
    if (this.shown && description.filter !== (this.#description ?? description).filter) this.#announce();
    this.#description = description;
    this.#title = info.title;
    const { iso, compare, filter, firm, lang } = description;
    const told = JSON.stringify([iso, compare?.iso, filter, firm, lang]);
    this.#stale ||= fresh || told !== this.#told;
    this.#told = told;
    if (fresh) this.#flush();
    this.#follow();
  }

  /** Things have come to rest: what nobody sees is brought up to date, too. */
  rest() {
    if (this.#stale) this.#update();
  }

  /** The chart is gone, so no name opens a history any more. Returns whether there are rows. */
  leave() {
    for (const { row, line } of this.#rows.values()) line.cells[0].replaceChildren(row.name);
    return this.#rows.size > 0;
  }

  #follow() {
    if (!this.#chart || !this.#stale || !this.shown || this.#timer) return;
    this.#update();
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#follow();
    }, PACE);
  }

  /** Nothing is waited for any more. */
  #flush() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #update() {
    const told = this.#chart?.read();
    if (!told || !this.#description) return;
    this.#stale = false;
    const { date, period, compare, legend } = this.#description;
    const undocumented = legend[legend.length - 1].label;
    const caption = this.words.fill("table_caption", { title: "{text}", date: period ?? date });
    this.parts.caption.replaceChildren(...interpolate(caption, this.#title));
    this.parts.search.placeholder = this.words.text("table_filter");
    const old = this.#rows;
    this.#rows = new Map();
    this.#comparing = compare !== null;
    for (const record of told) {
      const row = readRow(record, undocumented, this.#comparing, this.words);
      const { line, row: before } = old.get(row.id) ?? { line: buildRow(row.id) };
      writeRow(line, row, before, this.words);
      this.#rows.set(row.id, { row, line });
    }
    this.#arrange();
  }

  /** @param {string} column */
  #sort(column) {
    const { column: last, descending } = this.#order;
    this.#order = { column, descending: column === last && !descending };
    this.#arrange();
  }

  /** Lines that stay keep the focus, and the reader's place. */
  #arrange() {
    const { body, heads, scroll } = this.parts;
    const { column, descending } = this.#order;
    for (const head of heads) {
      const { column: own } = /** @type {HTMLElement} */ (head.firstElementChild).dataset;
      if (own === column) setAttribute(head, "aria-sort", descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    const rows = [...this.#rows.values()].map(({ row }) => row);
    const lines = sortRows(rows, this.#order, this.words.lang).map(({ id }) => this.#lineOf(id));
    const { activeElement } = /** @type {ShadowRoot} */ (body.getRootNode());
    // Asking for it lays out even what nobody sees.
    const place = this.shown && scroll.scrollTop;
    // Asking for the nth of the children after each move would count them all again.
    let next = body.firstElementChild;
    for (const line of lines) {
      if (line === next) next = next.nextElementSibling;
      else body.insertBefore(line, next);
    }
    while (next) {
      const gone = next;
      next = next.nextElementSibling;
      gone.remove();
    }
    if (place) scroll.scrollTop = place;
    if (body.contains(activeElement)) /** @type {HTMLElement} */ (activeElement).focus({ preventScroll: true });
    this.#filter();
  }

  /** @param {string} id */
  #lineOf(id) {
    return /** @type {{line: HTMLTableRowElement}} */ (this.#rows.get(id)).line;
  }

  /** Hides the rows that are not asked for, and writes how many are left. */
  #filter() {
    const { search, changed, count, none, body } = this.parts;
    const { filter, legend } = /** @type {Description} */ (this.#description);
    const status = legend.find(({ id }) => id === filter)?.index;
    const { lang } = this.words;
    const asked = { text: fold(search.value, lang).trim(), changed: changed.checked, status };
    let shown = 0;
    for (const { row, line } of this.#rows.values()) {
      line.hidden = !matches(row, asked, this.#comparing, lang);
      if (!line.hidden) shown++;
    }
    none.hidden = shown > 0;
    body.hidden = shown === 0;
    setText(count, this.words.count("table_rows", shown));
  }

  /** Says how many rows are left. */
  #announce() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#chart?.say(this.parts.count.textContent ?? ""), PAUSE);
  }

  /** Selects it as well: where a browser lets no script copy, the reader's own keys do. */
  #copy() {
    const { table, body, copy } = this.parts;
    const selection = getSelection();
    const give = (/** @type {ClipboardEvent} */ event) => this.#give(event, [...body.children]);
    selection?.selectAllChildren(table);
    const page = pageOf();
    page.addEventListener("copy", give, { capture: true });
    const done = page.execCommand("copy");
    page.removeEventListener("copy", give, { capture: true });
    if (done) selection?.removeAllRanges();
    this.feedback.show(copy, this.words.text(done ? "table_copied" : "table_selected"));
  }

  /**
   * @param {ClipboardEvent} event
   * @param {Element[]} lines
   */
  #give(event, lines) {
    const rows = new Map([...this.#rows.values()].map(({ row, line }) => [/** @type {Element} */ (line), row]));
    const seen = lines.filter((line) => !(/** @type {HTMLElement} */ (line).hidden));
    if (lines.length === 0 || !event.clipboardData) return;
    copyRows(
      event.clipboardData,
      seen.map((line) => /** @type {Row} */ (rows.get(line))),
      this.words,
    );
    event.preventDefault();
    // Papers like to add a line of their own to what is copied, which would be one more row.
    event.stopPropagation();
  }
}

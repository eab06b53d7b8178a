/** The words of the shell's controls, in the language of the figure. Sentences about data come from the core. */

import { setAttribute, setText } from "../base/dom.js";
import { native } from "./locale.js";
import { supplement } from "../loading/arrived.js";

/**
 * English is built in. `messages/en.json` has the same words, those of the supplement, and those of the core.
 * @type {Record<string, string>}
 */
export const ENGLISH = {
  play: "Play",
  pause: "Pause",
  previous: "Previous change",
  next: "Next change",
  date: "Date",
  timeline: "Date on the timeline",
  compare: "Compare",
  compared_date: "Compared date",
  compared_timeline: "Compared date on the timeline",
  from_to: "from {from} to {to}",
  share: "Share",
  download: "Download the picture",
  sound: "Sound",
  tour: "Tour",
  "start_tour.one": "Start the tour · {n} step",
  "start_tour.other": "Start the tour · {n} steps",
  step_of: "{n} of {m}",
  previous_step: "Previous step",
  next_step: "Next step",
  end_tour: "End the tour",
  map: "Map",
  lanes: "Who, when",
  sort: "Sort by",
  sort_first: "First date: {status}",
  sort_latest: "Latest change",
  sort_name: "Name",
  views: "Views",
  legend: "Filter by status",
  only_firm: "Only rules and decisions",
  count_by: "Count",
  changes: "Latest changes",
  no_changes: "Nothing is documented before this date.",
  moved: "Changes",
  nothing_moved: "No changes.",
  back: "Close",
  key: "How to read it",
  key_corner: "Coloured corner: a company or bloc acts there; no government decision is documented.",
  key_slopes: "Slope: the exact day is not known.",
  key_strip: "Comparing: the top of a tile shows the earlier day.",
  license: "Data: {text}",
  data_to: "Data to {date}",
  copy_this: "Copy this link",
  failed: "The interactive chart could not be loaded.",
  not_loaded: "The new data could not be loaded. Nothing was changed.",
  refused: "The new data has an error. Nothing was changed.",
  refused_first: "The data of this chart has an error.",
  line: "line {n}",
  column: "column {n}",
  table: "Table",
  "more.one": "+ {n} more",
  "more.other": "+ {n} more",
  stop: "{sentence}.",
  part_failed: "This part could not be loaded.",
  try_again: "Try again",
  standing: "{name}: {status}",
  playing: "Playing",
  show_day: "Show the date: {date}",
  history: "History: {text}",
};

export class Words {
  /** The tag of the language. */
  lang = "en";
  #own = ENGLISH;
  #plurals = new Intl.PluralRules("en");
  #numbers = new Intl.NumberFormat("en", { useGrouping: false });

  /**
   * Changes to the words of another language. All rendered texts must then be rendered again.
   * @param {string} lang
   * @param {Record<string, string>} own  by key; missing words are English
   */
  speak(lang, own) {
    this.lang = lang;
    this.#own = own;
    this.#plurals = new Intl.PluralRules(native(lang));
    this.#numbers = new Intl.NumberFormat(native(lang), { useGrouping: false });
  }

  /**
   * The text of a key.
   * @param {string} key
   */
  text(key) {
    return this.#own[key] ?? english(key);
  }

  /**
   * The text of a key with a value for each `{name}`. Numbers are in the digits of the language.
   * @param {string} key
   * @param {Record<string, string|number>} values
   */
  fill(key, values) {
    return this.text(key).replace(/\{([^}]*)\}/g, (slot, name) => {
      const value = values[name] ?? slot;
      return typeof value === "number" ? this.number(value) : value;
    });
  }

  /**
   * The text of a key about a number, in the plural form of that number.
   * @param {string} key
   * @param {number} n
   * @param {Record<string, string|number>} [values]  values in addition to `n`
   */
  count(key, n, values) {
    const forms = [this.#plurals.select(n), "other"].map((category) => `${key}.${category}`);
    const form = forms.find((form) => form in this.#own) ?? forms.find(english) ?? key;
    return this.fill(form, { n, ...values });
  }

  /**
   * A list of names, without a word before the last one.
   * @param {string[]} names
   */
  list(names) {
    return new Intl.ListFormat(native(this.lang), { type: "unit" }).format(names);
  }

  /**
   * A number in the language's digits.
   * @param {number} n
   */
  number(n) {
    return this.#numbers.format(n);
  }

  /**
   * A large number in few words, such as "1.4 billion".
   * @param {number} n
   */
  amount(n) {
    return n.toLocaleString(native(this.lang), { notation: "compact", compactDisplay: "long" });
  }

  /**
   * Writes the fixed texts of a template: the text of elements with `data-word`, the name of those with `data-name`.
   * @param {HTMLElement} root
   */
  label(root) {
    const all = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-word], [data-name]"));
    for (const element of all) {
      const { word, name } = element.dataset;
      if (word) setText(element, this.text(word));
      if (!name) continue;
      setAttribute(element, "aria-label", this.text(name));
      if (element.hasAttribute("title")) element.title = this.text(name);
    }
  }
}

/** @param {string} key */
function english(key) {
  return ENGLISH[key] ?? supplement?.LATER[key];
}

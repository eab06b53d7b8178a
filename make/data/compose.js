/** The look that a person has chosen, laid over a dataset. */

/** @import {Dataset, Look, StatusLook, Step} from "../state/types.js" */

const TEXTS = /** @type {const} */ (["title", "subtitle", "description", "license"]);
/** Texts that a dataset can be without. An empty one is an error. */
const OPTIONAL = /** @type {const} */ (["subtitle", "description", "license"]);
const FIELDS = /** @type {const} */ (["grid", "start", "end"]);

/**
 * @param {Dataset} base
 * @param {Look} look
 * @returns {Dataset}
 */
export function compose(base, look) {
  const lang = base.lang ?? "en";
  /** @type {Dataset} */
  const dataset = { ...base, statuses: statuses(base, look, lang), ...renamed(base, look, lang) };
  for (const name of TEXTS) if (look[name] !== undefined) dataset[name] = textWith(base[name], look[name], lang);
  for (const name of OPTIONAL) if (look[name] === "") delete dataset[name];
  for (const name of FIELDS) if (look[name] !== undefined) dataset[name] = look[name];
  if (look.tour) dataset.tour = finished(look.tour, lang);
  return dataset;
}

/** The steps with a headline. A blank text is left out: an empty one is an error. @param {Step[]} steps @param {string} lang */
function finished(steps, lang) {
  const titled = steps.filter(({ title }) => plain(title, lang).trim());
  return titled.map(({ text, ...step }) => (plain(text, lang).trim() ? { ...step, text } : step));
}

/**
 * A step of the tour with another headline or text in the language of the dataset.
 * @param {Step} step
 * @param {"title"|"text"} name
 * @param {string} text
 * @param {string} [lang]
 * @returns {Partial<Step>}  what changes
 */
export function stepWith(step, name, text, lang = "en") {
  return { [name]: textWith(step[name], text, lang) };
}

/**
 * The statuses in the chosen order, with their labels and colours. Statuses that the order does not know come last.
 * @param {Dataset} base
 * @param {Look} look
 * @param {string} lang
 */
function statuses(base, look, lang) {
  const order = look.order ?? [];
  const place = (/** @type {{id: string}} */ { id }) => (order.includes(id) ? order.indexOf(id) : order.length);
  const own = base.statuses.map((/** @type {Dataset} */ status) =>
    statusWith(status, look.statuses?.[status.id], lang),
  );
  return own.toSorted((/** @type {any} */ a, /** @type {any} */ b) => place(a) - place(b));
}

/**
 * @param {Dataset} status
 * @param {StatusLook|undefined} look
 * @param {string} lang
 */
function statusWith(status, look, lang) {
  if (!look) return status;
  const color = { light: look.light || status.color?.light, dark: look.dark || status.color?.dark };
  return { ...status, ...(look.label !== undefined && { label: textWith(status.label, look.label, lang) }), color };
}

/**
 * The events, if statuses have new labels. The import gives an event without a headline the label of its status as its
 * title, and the figure puts the name of the entity before such a title: it stays the label.
 * @param {Dataset} base
 * @param {Look} look
 * @param {string} lang
 * @returns {Partial<Dataset>}
 */
function renamed(base, look, lang) {
  /** @type {Map<string, [unknown, string]>} */
  const labels = new Map();
  for (const { id, label } of base.statuses) {
    const own = look.statuses?.[id]?.label;
    if (own?.trim()) labels.set(id, [label, own]);
  }
  if (labels.size === 0 || !base.events) return {};
  const titled = (/** @type {Dataset} */ event) => {
    const [old, own] = labels.get(event.status) ?? [];
    if (own === undefined || !event.title || plain(event.title, lang) !== plain(old, lang)) return event;
    return { ...event, title: textWith(event.title, own, lang) };
  };
  return { events: base.events.map(titled) };
}

/**
 * A text in which the words of one language are replaced. A text in several languages is an object by language.
 * @param {unknown} old
 * @param {string} text
 * @param {string} lang
 */
function textWith(old, text, lang) {
  return typeof old === "object" && old !== null ? { ...old, [lang]: text } : text;
}

/**
 * A text of a dataset in its own language.
 * @param {unknown} text
 * @param {string} [lang]
 * @returns {string}
 */
export function plain(text, lang = "en") {
  if (typeof text === "string") return text;
  const byLanguage = /** @type {Record<string, string>} */ (text ?? {});
  return byLanguage[lang] ?? Object.values(byLanguage)[0] ?? "";
}

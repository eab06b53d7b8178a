/** Elements of the view. */

import { h } from "preact";

/** @import {Core, FigureWords, PackageFiles} from "../core/types.d.ts" */
/** @import {Giver} from "../effects/give.js" */
/** @import {Saver} from "../effects/save.js" */
/** @import {Sentences} from "../i18n/sentences.js" */
/** @import {Words} from "../i18n/words.js" */
/** @import {Dispatch} from "../state/store.js" */
/** @import {State} from "../state/types.js" */

/**
 * What every part of the view gets: the state, the words, and what changes the state.
 * @typedef {object} Page
 * @property {State} state
 * @property {Words} t
 * @property {Sentences} sentence  makes the sentences of the import
 * @property {string} lang
 * @property {(lang: string) => void} speak  changes the language of the page
 * @property {Dispatch} dispatch
 * @property {Core} core
 * @property {Giver} give
 * @property {Saver} save
 * @property {FigureWords|null} words  loads the words of the live figure; null if it loads them itself
 * @property {() => Promise<PackageFiles>} files  loads the files of the package
 */

/** @typedef {import("preact").ComponentChildren} Children */

/**
 * An element or a component.
 * @param {any} type
 * @param {Record<string, any>|null} [props]
 * @param {Children[]} children
 * @returns {import("preact").VNode<any>}
 */
export function el(type, props, ...children) {
  return h(type, props ?? null, ...children);
}

/**
 * A button.
 * @param {string} text
 * @param {() => void} onClick
 * @param {Record<string, any>} [props]
 */
export function button(text, onClick, props = {}) {
  return el("button", { type: "button", onClick, ...props }, text);
}

/**
 * A button that shows a sign in place of its name.
 * @param {string} sign
 * @param {string} name
 * @param {() => void} onClick
 * @param {Record<string, any>} [props]
 */
export function signButton(sign, name, onClick, props = {}) {
  const content = [el("span", { "aria-hidden": "true" }, sign), el("span", { class: "unseen" }, name)];
  return el("button", { type: "button", title: name, onClick, ...props }, ...content);
}

/**
 * A field with its label above it, and below it what is wrong about its value. A field that can be wrong has an `error`,
 * which is empty while nothing is: the line of the error stays blank, so that nothing below moves.
 * @param {{label: string, value: string, onInput: (value: string) => void, hint?: string, error?: string, id: string} & Record<string, any>} field
 */
export function field({ label, value, onInput, hint, error, id, ...rest }) {
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const described = { ...(notes && { "aria-describedby": notes }), ...(error && { "aria-invalid": "true" }) };
  const heard = (/** @type {{currentTarget: HTMLInputElement}} */ event) => onInput(event.currentTarget.value);
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, label),
    el("input", { id, value, onInput: heard, dir: "auto", ...described, ...rest }),
    hint && el("p", { id: `${id}-hint`, class: "hint" }, hint),
    error && el("p", { key: "error", id: `${id}-error`, class: "bad", role: "alert" }, error),
    error === "" && el("p", { key: "blank", class: "bad" }),
  );
}

/**
 * A list to choose from, with its label.
 * @param {{label: string, value: string, options: [string, string][], onChange: (value: string) => void, id: string} & Record<string, any>} list
 */
export function select({ label, value, options, onChange, id, hidden = false, ...rest }) {
  const heard = (/** @type {{currentTarget: HTMLSelectElement}} */ event) => onChange(event.currentTarget.value);
  const items = options.map(([key, text]) => el("option", { key, value: key, selected: key === value }, text));
  const own = hidden ? { "aria-label": label } : {};
  return el(
    "div",
    { class: "field" },
    !hidden && el("label", { for: id }, label),
    el("select", { id, onChange: heard, value, ...own, ...rest }, items),
  );
}

/**
 * Radio buttons that look like buttons.
 * @param {{legend: string, name: string, value: string, options: [string, string][], onChange: (value: string) => void}} group
 */
export function radios({ legend, name, value, options, onChange }) {
  return el(
    "fieldset",
    { class: "radios" },
    el("legend", { class: "unseen" }, legend),
    options.map(([key, text]) =>
      el(
        "label",
        { key },
        el("input", { type: "radio", name, value: key, checked: key === value, onChange: () => onChange(key) }),
        el("span", null, text),
      ),
    ),
  );
}

/**
 * A step of the page.
 * @param {{id: string, title: string, intro?: string}} step
 * @param {Children[]} children
 */
export function step({ id, title, intro }, ...children) {
  return el(
    "section",
    { id, class: "step", "aria-labelledby": `${id}-title` },
    el("h2", { id: `${id}-title`, tabIndex: -1 }, title),
    intro && el("p", { class: "intro" }, intro),
    ...children,
  );
}

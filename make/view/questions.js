/** What only a person can know: each question with its answers. */

/** @import {Page} from "./el.js" */
/** @import {Report} from "../core/types.d.ts" */

import { useState } from "preact/hooks";
import { withoutIsolates } from "../i18n/direction.js";
import { button, el, field } from "./el.js";
import { Classes } from "./classes.js";
import { places } from "./places.js";
import { told } from "./sentence.js";

/** @typedef {Report["questions"][number]} Question */

/** @param {Page} page */
export function questions(page) {
  const asked = page.state.report?.questions ?? [];
  if (asked.length === 0) return null;
  return el(
    "div",
    { class: "questions" },
    el("h3", null, page.t("open_questions", { n: asked.length })),
    asked.map((question) => el(Asked, { key: question.id, page, question })),
  );
}

/** @param {{page: Page, question: Question}} props */
function Asked({ page, question }) {
  const { id, words, sentence } = question;
  const { text, attributes } = told(page, words, sentence);
  return el(
    "fieldset",
    { class: "question", id: `question-${id}` },
    el("legend", attributes, text),
    // A single name has its answers beside it.
    !(id === "places" && page.state.report?.places.unmatched.length === 1) && answer(page, question),
    id === "places" && places(page),
  );
}

/**
 * Some answers are typed: the options of these questions are examples.
 * @param {Page} page
 * @param {Question} question
 */
function answer(page, question) {
  const { id, options } = question;
  if (id === "source") return [el(SourceAnswer, { page }), buttons(page, options.slice(1))];
  if (id === "snapshot-date") return el(TextAnswer, { page, id, label: "date_of_sheet", name: "snapshot_date" });
  if (id === "meaning") return el(TextAnswer, { page, id, label: "status_of_rows", name: "status" });
  if (id === "classes") {
    const own = options.map((option) => labelled(page, option));
    return [buttons(page, own), el(Classes, { page, options: own })];
  }
  return buttons(page, options);
}

/**
 * @param {Page} page
 * @param {Question["options"]} options
 */
function buttons(page, options) {
  const option = (/** @type {Question["options"][number]} */ { label, words, choices }) => {
    const { text, attributes } = told(page, words, capital(label));
    return button(text, () => page.dispatch({ type: "choose", choices }), { key: label, ...attributes });
  };
  return el("p", { class: "row" }, options.map(option));
}

/**
 * The option with thresholds, with labels in the language of the page: they become those of the figure.
 * @param {Page} page
 * @param {Question["options"][number]} option
 */
function labelled({ t }, option) {
  const { classes } = option.choices;
  if (option.words.key !== "option.thresholds" || !classes) return option;
  const number = String(classes[1].from);
  const labels = [t("class_below", { number }), t("class_and_more", { number })].map(withoutIsolates);
  return { ...option, choices: { classes: classes.map((one, n) => ({ ...one, status: labels[n] })) } };
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * One text that answers a question.
 * @param {{page: Page, id: string, label: string, name: "snapshot_date"|"status"}} props
 */
function TextAnswer({ page: { t, dispatch }, id, label, name }) {
  const [value, onInput] = useState("");
  /** @param {SubmitEvent} event */
  const onSubmit = (event) => {
    event.preventDefault();
    if (value.trim()) dispatch({ type: "choose", choices: { [name]: value.trim() } });
  };
  return el(
    "form",
    { class: "line", onSubmit },
    field({ id: `answer-${id}`, label: t(label), placeholder: t(`${label}_hint`), value, onInput }),
    el("button", { type: "submit", class: "primary" }, t("answer")),
  );
}

/** The source of all rows that name none. @param {{page: Page}} props */
function SourceAnswer({ page: { t, dispatch } }) {
  const [title, setTitle] = useState("");
  const [url, setUrl] = useState("");
  /** @param {SubmitEvent} event */
  const onSubmit = (event) => {
    event.preventDefault();
    const source = { title: title.trim(), ...(url.trim() && { url: url.trim() }) };
    if (source.title) dispatch({ type: "choose", choices: { source } });
  };
  return el(
    "form",
    { class: "line", onSubmit },
    field({
      id: "source-title",
      label: t("source_name"),
      placeholder: t("source_name_hint"),
      value: title,
      onInput: setTitle,
    }),
    field({
      id: "source-url",
      label: t("source_address"),
      type: "url",
      value: url,
      onInput: setUrl,
      placeholder: "https://",
    }),
    el("button", { type: "submit", class: "primary" }, t("answer")),
  );
}

/** What the check of the dataset has found, and the way to what it is about. */

/** @import {Page} from "./el.js" */
/** @import {DatasetFinding} from "../core/types.d.ts" */

import { plain } from "../data/compose.js";
import { button, el } from "./el.js";
import { asSentence } from "./sentence.js";

/** Findings about colours. The third step tells them below the colours, where they are changed. */
const COLORS = ["contrast", "similar-colors"];

/** The most findings that are told beside the buttons which they disable. */
const MOST = 3;

/** A colour that the check refuses. */
const COLOR = /^statuses\[(\d+)\]\.color\.(light|dark)$/;

/** Fields of the dataset that the third step has. */
const LOOK = /^(title|subtitle|description|license|grid|start|end|statuses|tour)\b/;

/**
 * The findings that no other step tells. Without a figure the third step is closed.
 * @param {Page} page
 */
export function problems({ state: { problems, dataset }, t }) {
  const own = problems.filter(({ code }) => !dataset || !COLORS.includes(code));
  if (own.length === 0) return null;
  return el(
    "div",
    { class: "found" },
    el("h3", null, t("problems", { n: own.length })),
    el(
      "ul",
      { class: "findings" },
      own.map((finding) => el("li", { key: keyOf(finding), class: finding.severity }, found(finding))),
    ),
  );
}

/**
 * Why nothing can be published: the first errors, each with the way to it.
 * @param {Page} page
 * @param {DatasetFinding[]} errors
 */
export function obstacles(page, errors) {
  const { t } = page;
  const more = errors.length - MOST;
  return el(
    "div",
    { class: "found" },
    el("p", null, el("strong", null, t("problems", { n: errors.length }))),
    el(
      "ul",
      { class: "findings" },
      errors
        .slice(0, MOST)
        .map((finding) =>
          el("li", { key: keyOf(finding), class: "error" }, refused(page, finding) ?? found(finding), way(t, finding)),
        ),
    ),
    more > 0 && el("p", { class: "hint" }, t("and_more", { n: more })),
    el("p", { class: "hint" }, t("data_still")),
  );
}

/** @param {DatasetFinding} finding */
const keyOf = ({ path, message }) => path + message;

/** The check speaks English. @param {DatasetFinding} finding */
function found({ message, help }) {
  return el("p", { lang: "en", dir: "auto" }, asSentence(message), help && ` ${asSentence(help)}`);
}

/**
 * A refused colour, in the words of the third step.
 * @param {Page} page
 * @param {DatasetFinding} finding
 */
function refused({ state: { dataset }, t }, { code, path }) {
  const [, n, theme] = path.match(COLOR) ?? [];
  if (code !== "contrast" || !theme) return null;
  const { label, id } = dataset?.statuses[Number(n)] ?? {};
  return el("p", null, t("color_refused", { status: plain(label, dataset?.lang) || id, theme: t(`theme_${theme}`) }));
}

/**
 * A button to the step that has what a finding is about, and to the field of a colour.
 * @param {Page["t"]} t
 * @param {DatasetFinding} finding
 */
function way(t, { path }) {
  const step = LOOK.test(path) ? "look" : "columns";
  const [, n, theme] = path.match(COLOR) ?? [];
  const go = () => {
    const field = theme ? document.querySelector(`#color-${theme}-${n}`) : null;
    const target = /** @type {HTMLElement|null} */ (field ?? document.querySelector(`#${step}-title`));
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  };
  return el("p", { class: "row" }, button(t("go_to", { step: t(`${step}_title`) }), go));
}

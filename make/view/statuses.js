/** The statuses: labels, order and colours, with a proof that readers can distinguish them. */

/** @import {Page} from "./el.js" */
/** @import {ColorReport, Pair} from "../core/types.d.ts" */
/** @import {Dataset, StatusLook} from "../state/types.js" */

import { useEffect, useState } from "preact/hooks";
import { plain } from "../data/compose.js";
import { newest } from "../data/newest.js";
import { el, signButton } from "./el.js";

/** The least contrast of a colour with the page: WCAG 2.2, 1.4.11. */
const CONTRAST = 3;

/** @param {{page: Page, dataset: Dataset}} props */
export function Statuses({ page, dataset }) {
  const { t, core } = page;
  const proof = useProof(core, dataset);
  return el(
    "div",
    { class: "statuses" },
    el("h3", null, t("statuses")),
    heads(t),
    el(
      "ol",
      null,
      dataset.statuses.map((/** @type {Dataset} */ status, /** @type {number} */ n) =>
        row(page, dataset, status, n, proof),
      ),
    ),
    proof && verdict(page, dataset, proof),
    el("p", { class: "hint" }, t("contrast_hint", { least: CONTRAST })),
  );
}

/** What is below each other in the rows. Each field says it itself to screen readers. @param {Page["t"]} t */
function heads(t) {
  return el(
    "p",
    { class: "heads", "aria-hidden": "true" },
    ["head_name", "head_light", "head_dark", "head_order"].map((key) => el("span", { key }, t(key))),
  );
}

/** A person who looks for a colour passes many. */
const judge = newest((/** @type {Page["core"]} */ core, /** @type {Pair[]} */ pairs) => core.colors(pairs));

/**
 * What the core finds about the colours. It is asked again for each change of a colour.
 * @param {Page["core"]} core
 * @param {Dataset} dataset
 */
function useProof(core, dataset) {
  const [proof, setProof] = useState(/** @type {ColorReport|null} */ (null));
  const pairs = dataset.statuses.map((/** @type {Dataset} */ { color }) => color);
  const key = JSON.stringify(pairs);
  useEffect(() => {
    let isOld = false;
    judge(core, pairs).then(
      (found) => !isOld && found && setProof(found),
      () => {},
    );
    return () => void (isOld = true);
  }, [key]);
  return proof?.colors.length === pairs.length ? proof : null;
}

/**
 * @param {Page} page
 * @param {Dataset} dataset
 * @param {Dataset} status
 * @param {number} n
 * @param {ColorReport|null} proof
 */
function row({ t, dispatch }, dataset, status, n, proof) {
  const { id, color } = status;
  const label = plain(status.label, dataset.lang);
  const name = label || id;
  const set = (/** @type {StatusLook} */ look, /** @type {string} */ field) =>
    dispatch({ type: "look", look: { statuses: { [id]: look } }, field: `${field}/${id}` });
  const shown = (/** @type {"light"|"dark"} */ theme) =>
    el(
      "label",
      { class: "swatch" },
      el("input", {
        id: `color-${theme}-${n}`,
        type: "color",
        value: color[theme],
        "aria-label": t(`color_${theme}`, { status: name }),
        onInput: (/** @type {{currentTarget: HTMLInputElement}} */ { currentTarget }) =>
          set({ [theme]: currentTarget.value }, theme),
      }),
      contrast(t, proof?.colors[n]?.[theme].page),
    );
  return el(
    "li",
    { key: id },
    el("input", {
      value: label,
      dir: "auto",
      "aria-label": t("label_of", { status: name }),
      onInput: (/** @type {{currentTarget: HTMLInputElement}} */ { currentTarget }) =>
        set({ label: currentTarget.value }, "label"),
    }),
    shown("light"),
    shown("dark"),
    mover(t, dispatch, dataset, n, -1, name),
    mover(t, dispatch, dataset, n, 1, name),
  );
}

/**
 * @param {Page["t"]} t
 * @param {number|undefined} ratio
 */
function contrast(t, ratio) {
  if (ratio === undefined) return null;
  const isEnough = ratio >= CONTRAST;
  // Rounded down, as the check does: an insufficient contrast never looks sufficient.
  const text = `${(Math.trunc(ratio * 10) / 10).toFixed(1)}:1`;
  return el("span", { class: isEnough ? "good" : "bad", title: t(isEnough ? "contrast_good" : "contrast_bad") }, text);
}

/**
 * A button that moves a status up or down.
 * @param {Page["t"]} t
 * @param {Page["dispatch"]} dispatch
 * @param {Dataset} dataset
 * @param {number} n
 * @param {-1|1} by
 * @param {string} status
 */
function mover(t, dispatch, dataset, n, by, status) {
  const ids = dataset.statuses.map((/** @type {Dataset} */ { id }) => id);
  const to = n + by;
  const isOut = to < 0 || to >= ids.length;
  const move = () => {
    if (isOut) return;
    [ids[n], ids[to]] = [ids[to], ids[n]];
    dispatch({ type: "look", look: { order: ids } });
  };
  const name = t(by < 0 ? "move_up" : "move_down", { status });
  return signButton(by < 0 ? "↑" : "↓", name, move, { class: "quiet", "aria-disabled": String(isOut) });
}

/**
 * What is wrong about the colours: those that the check refuses, and neighbours that look alike.
 * @param {Page} page
 * @param {Dataset} dataset
 * @param {ColorReport} proof
 */
function verdict({ t }, dataset, proof) {
  const wrong = [...refused(t, dataset, proof), ...alike(t, dataset, proof)];
  return el(
    "div",
    { "aria-live": "polite" },
    wrong.map((text) => el("p", { key: text, class: "alike" }, text)),
    wrong.length === 0 && el("p", { class: "good" }, t("colors_good")),
  );
}

/**
 * @param {Page["t"]} t
 * @param {Dataset} dataset
 * @param {ColorReport} proof
 */
function refused(t, dataset, { colors }) {
  const themes = /** @type {const} */ (["light", "dark"]);
  const found = colors.flatMap((color, n) =>
    themes
      .filter((theme) => color[theme].page < CONTRAST)
      .map((theme) => t("color_refused", { status: nameOf(dataset, n), theme: t(`theme_${theme}`) })),
  );
  return found.length > 0 ? [...found, t("colors_kept")] : [];
}

/**
 * @param {Page["t"]} t
 * @param {Dataset} dataset
 * @param {ColorReport} proof
 */
function alike(t, dataset, { neighbours, least }) {
  return neighbours
    .filter(({ suffices }) => !suffices)
    .map(({ first, second, differences, theme }) => {
      const visions = differences.filter(({ difference }) => difference < least).map(({ vision }) => vision);
      const [one, other] = [nameOf(dataset, first), nameOf(dataset, second)];
      return t("colors_bad", { first: one, second: other, visions: visions.join(", "), theme: t(`theme_${theme}`) });
    });
}

/** @param {Dataset} dataset @param {number} n */
const nameOf = ({ statuses, lang }, n) => plain(statuses[n]?.label, lang) || statuses[n]?.id;

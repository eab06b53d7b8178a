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
  const text = `${ratio.toFixed(1)}:1`;
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
 * @param {Page} page
 * @param {Dataset} dataset
 * @param {ColorReport} proof
 */
function verdict({ t }, dataset, { neighbours, least }) {
  const alike = neighbours.filter(({ suffices }) => !suffices);
  if (alike.length === 0) return el("p", { class: "good", "aria-live": "polite" }, t("colors_good"));
  const [{ first, second, differences, theme }] = alike;
  const name = (/** @type {number} */ n) => plain(dataset.statuses[n]?.label, dataset.lang);
  const visions = differences.filter(({ difference }) => difference < least).map(({ vision }) => vision);
  const values = { first: name(first), second: name(second), visions: visions.join(", "), theme: t(`theme_${theme}`) };
  return el("p", { class: "alike", "aria-live": "polite" }, t("colors_bad", values));
}

/** The live figure, as readers see it. */

/** @import {Page} from "./el.js" */
/** @import {Dataset, Preview as Choice} from "../state/types.js" */

import { useEffect, useRef } from "preact/hooks";
import { plain } from "../data/compose.js";
import { el, radios } from "./el.js";
import { Still } from "./still.js";

/** @param {{page: Page}} props */
export function Preview({ page }) {
  const { state, t, dispatch } = page;
  const { preview, dataset, report } = state;
  const set = (/** @type {Partial<Choice>} */ preview) => dispatch({ type: "preview", preview });
  const isLive = preview.as === "light" || preview.as === "dark";
  return el(
    "aside",
    { class: "preview", "aria-labelledby": "preview-title" },
    el("h2", { id: "preview-title", class: "unseen" }, t("preview")),
    dataset &&
      el(
        "div",
        { class: "row tools" },
        radios({
          legend: t("preview_width"),
          name: "width",
          value: preview.width,
          options: [
            ["fit", t("width_fit")],
            ["350", "350"],
            ["680", "680"],
            ["960", "960"],
          ],
          onChange: (width) => set({ width: /** @type {Choice["width"]} */ (width) }),
        }),
        radios({
          legend: t("preview_as"),
          name: "as",
          value: preview.as,
          options: [
            ["light", t("theme_light")],
            ["dark", t("theme_dark")],
            ["print", t("theme_print")],
            ["card", t("theme_card")],
          ],
          onChange: (as) => set({ as: /** @type {Choice["as"]} */ (as) }),
        }),
      ),
    dataset ? el(isLive ? Figure : Still, { page, dataset }) : el("p", { class: "none" }, t(waiting(report))),
  );
}

/** Why there is no figure yet. @param {Page["state"]["report"]} report */
const waiting = (report) => (report && report.questions.length > 0 ? "after_questions" : "after_sheet");

/**
 * The element itself. It gets the dataset as an object, and tells what it shows.
 * @param {{page: Page, dataset: Dataset}} props
 */
function Figure({ page, dataset }) {
  const { state, t, dispatch } = page;
  const host = /** @type {{current: any}} */ (useRef(null));
  const { width, as } = state.preview;
  const { date, lang, view } = state.project.look;
  useEffect(() => void (host.current.data = dataset), [dataset]);
  useWords(host, page.words, lang ?? page.lang);
  useEffect(() => {
    const element = host.current;
    const tell = () =>
      dispatch({ type: "shown", shown: { date: element.date ?? "", selected: element.selected, view: element.view } });
    const events = ["ban-spread-ready", "ban-spread-change"];
    for (const event of events) element.addEventListener(event, tell);
    return () => events.forEach((event) => element.removeEventListener(event, tell));
  }, []);
  return el(
    "div",
    { class: `paper ${as}`, tabIndex: 0, role: "group", "aria-label": t("live_figure") },
    el(
      "div",
      { style: { width: width === "fit" ? "100%" : `${width}px` } },
      el(
        "ban-spread",
        {
          ref: host,
          loading: "eager",
          theme: as,
          "heading-level": "3",
          ...(date && { date }),
          ...(lang && { lang }),
          ...(view && { view }),
        },
        el("p", null, plain(dataset.title, dataset.lang)),
      ),
    ),
  );
}

/**
 * Gives the figure the words of its language, if it cannot load them.
 * @param {{current: any}} host
 * @param {Page["words"]} words
 * @param {string} lang
 */
function useWords(host, words, lang) {
  useEffect(() => {
    let isOld = false;
    words?.(lang).then(
      (found) => void (isOld || (host.current.words = found ? { lang, words: found } : null)),
      () => {},
    );
    return () => void (isOld = true);
  }, [words, lang]);
}

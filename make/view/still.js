/** The figure as a still: on paper, and as the card of a link. */

/** @import {Page} from "./el.js" */
/** @import {Still as StillOf} from "../core/types.d.ts" */
/** @import {Dataset} from "../state/types.js" */

import { useEffect, useState } from "preact/hooks";
import { plain } from "../data/compose.js";
import { newest } from "../data/newest.js";
import { stillOf } from "../effects/save.js";
import { el } from "./el.js";

/** A picture takes a moment, and a person types many letters in one. */
const draw = newest((/** @type {Page["core"]} */ core, /** @type {StillOf} */ still) => core.still(still));

/** @param {{page: Page, dataset: Dataset}} props */
export function Still({ page, dataset }) {
  const { state, t } = page;
  const isCard = state.preview.as === "card";
  const source = usePicture(page, dataset, isCard ? "light" : "print");
  const title = plain(dataset.title, dataset.lang);
  const picture = source && el("img", { src: source, alt: t("still_of", { title }) });
  const fits = state.preview.width === "fit" ? " fits" : "";
  if (!isCard) return el("div", { class: `paper light${fits}` }, picture);
  return el(
    "div",
    { class: "paper light" },
    el(
      "div",
      { class: "card" },
      el("div", { class: "crop" }, picture),
      el("p", { class: "host" }, hostOf(state.project.publishing.address)),
      el("p", { class: "title", dir: "auto" }, title),
    ),
  );
}

/**
 * The address of a picture of the figure.
 * @param {Page} page
 * @param {Dataset} dataset
 * @param {"light"|"print"} theme
 */
function usePicture({ state, core, lang }, dataset, theme) {
  const [source, setSource] = useState("");
  const { width } = state.preview;
  const { look } = state.project;
  // The card is the picture of the published page, which is in English without another choice.
  const spoken = theme === "print" ? lang : "en";
  useEffect(() => {
    let url = "";
    let isOld = false;
    const wide = width === "fit" ? 680 : Number(width);
    draw(core, { ...stillOf(state, spoken), width: wide, theme }).then(
      (svg) => {
        if (isOld || svg === undefined) return;
        url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        setSource(url);
      },
      () => {},
    );
    return () => {
      isOld = true;
      URL.revokeObjectURL(url);
    };
  }, [dataset, look.date, look.lang, look.view, spoken, width, theme]);
  return source;
}

/** @param {string} [address] */
const hostOf = (address = "") => (URL.canParse(address) ? new URL(address).host : "paper.example");

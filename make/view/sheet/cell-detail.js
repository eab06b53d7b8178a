/** What is said about the cell with the focus, with the repairs. */

/** @import {Page} from "../el.js" */
/** @import {Mark} from "./marks.js" */

import { findingItem } from "../findings.js";
import { placeItem } from "../places.js";
import { el } from "../el.js";

/** @param {{page: Page, mark: Mark|null, name: string, text: string}} props */
export function CellDetail({ page, mark, name, text }) {
  return el(
    "div",
    { class: "detail" },
    el("p", null, el("strong", null, name), " ", el("bdi", null, text)),
    mark &&
      el(
        "ul",
        { class: "findings" },
        mark.findings.map((finding) => findingItem(page, finding, null)),
        mark.place && placeItem(page, mark.place, "cell"),
      ),
  );
}

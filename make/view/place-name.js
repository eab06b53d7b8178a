/** The name of a place in the language of the page. */

/** @import {Page} from "./el.js" */
/** @import {Dataset} from "../state/types.js" */

import { useEffect, useState } from "preact/hooks";
import { plain } from "../data/compose.js";

/** The grid whose ids are no codes of countries. */
const STATES = "us-states";

/** @typedef {{page: Page, dataset: Dataset, id: string}} Props */

/** @param {Props} props */
export const PlaceName = (props) => usePlaceName(props);

/** @param {Props} props */
export function usePlaceName({ page, dataset, id }) {
  const own = dataset.entities?.find((/** @type {Dataset} */ entity) => entity.id === id);
  const told = own?.name !== undefined ? plain(own.name, dataset.lang) : "";
  const isState = dataset.grid === STATES;
  const found = usePlace(page.core, isState && !told ? id : "");
  return told || (isState ? found : countryName(id, page.lang)) || id;
}

/**
 * The name of a country, as browsers know it.
 * @param {string} id
 * @param {string} lang
 */
function countryName(id, lang) {
  if (!/^[A-Z]{2}$/.test(id)) return "";
  return new Intl.DisplayNames(lang, { type: "region", fallback: "none" }).of(id) ?? "";
}

/**
 * The name of a state, which the core knows; nothing until it has answered.
 * @param {Page["core"]} core
 * @param {string} id
 */
function usePlace(core, id) {
  const [name, setName] = useState("");
  useEffect(() => {
    let isOld = false;
    const found = id ? core.places(id, STATES) : null;
    found?.then(
      ({ suggestions }) => !isOld && setName(suggestions.find((place) => place.id === id)?.name ?? ""),
      () => {},
    );
    return () => void (isOld = true);
  }, [id]);
  return name;
}

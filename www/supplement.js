/**
 * What a first picture and a drag do not need: the table, the history of an entity, the buttons for sharing and sound,
 * newer data, and the check of a publisher's own words. A script of its own, which an element loads when a part is used
 * or when the browser is idle.
 */

import { HISTORY } from "./element/styles/history.js";
import { TABLE } from "./element/styles/table.js";

export { Sound } from "./a11y/sound.js";
export { likeOf, review } from "./i18n/overrides.js";
export { LATER } from "./i18n/later-words.js";
export { follow } from "./element/refresh.js";
export { History } from "./panels/history.js";
export { Share } from "./panels/share.js";
export { Table } from "./table/table.js";

/** The rules for the elements of these parts. */
export const STYLES = HISTORY + TABLE;

/** The script that loads it must have the same. */
export const edition = BANSPREAD_EDITION;

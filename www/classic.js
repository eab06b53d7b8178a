/** Defines `<ban-spread>` for a page without modules, with its class as the global `BanSpreadElement`. */

import { BanSpreadElement } from "./banspread.js";

globalThis.BanSpreadElement = globalThis.customElements?.get("ban-spread") ?? BanSpreadElement;

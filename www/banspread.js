/** Defines `<ban-spread>`. A second copy of this script on a page is harmless, and so is one on a server. */

import { BanSpreadElement } from "./element/ban-spread-element.js";

if (!globalThis.customElements?.get("ban-spread")) BanSpreadElement.define();

export { BanSpreadElement };

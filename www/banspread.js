/** Defines `<ban-spread>`. A second copy of this script on a page is harmless, and so is one on a server. */

import { BanSpreadElement } from "./element/ban-spread-element.js";

const registry = globalThis.customElements;
if (registry && !registry.get("ban-spread")) registry.define("ban-spread", BanSpreadElement);

export { BanSpreadElement };

/** Defines `<ban-spread>`. A second copy of this script on a page is harmless. */

import { BanSpreadElement } from "./ban-spread-element.js";

if (!customElements.get("ban-spread")) {
  customElements.define("ban-spread", BanSpreadElement);
}

export { BanSpreadElement };

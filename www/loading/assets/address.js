/** The value of `import.meta.url` in a classic script. */

import { pageOf } from "../../base/page.js";

const script = globalThis.document && pageOf().currentScript;
export const scriptAddress = (script instanceof HTMLScriptElement && script.src) || globalThis.location?.href;

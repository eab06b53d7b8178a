/** Where engine and checker are: in scripts that a bundler keeps apart. The plain ones come with `plain.js`. */

import { unpack } from "./unpack.js";

export const address = undefined;
export const engine = () => import("banspread-packed-engine").then((packed) => unpack(packed.default));
// Taken apart in the brackets, webpack would leave out what `...` stands for.
export const checker = () => import("./checker.js").then((script) => (
  { ...script, unpackModule: () => unpack(script.packed) }
));
export const plainEngine = undefined;
export const plainChecker = undefined;

/** Where engine and checker are: in scripts that a bundler keeps apart. The plain ones come with `plain.js`. */

import { unpack } from "./unpack.js";

export const address = undefined;
export const engine = () => import("banspread-packed-engine").then((packed) => unpack(packed.default));
export const checker = () => import("./checker.js").then(({ packed, ...script }) => (
  { ...script, unpackModule: () => unpack(packed) }
));
export const plainEngine = undefined;
export const plainChecker = undefined;

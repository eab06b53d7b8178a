/** For apps that also run where WebAssembly is forbidden: brings engine and checker as plain scripts, when needed. */

import { plain } from "banspread-assets";

plain.engine = () => import("banspread-plain");
plain.checker = () => import("banspread-checker-plain");

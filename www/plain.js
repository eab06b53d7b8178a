/** For apps that also run where WebAssembly is forbidden: brings engine and checker as plain scripts, when needed. */

import { BanSpreadElement } from "./element/ban-spread-element.js";

BanSpreadElement.plainUrl ??= () => import("banspread-plain");
BanSpreadElement.checkerPlainUrl ??= () => import("banspread-checker-plain");

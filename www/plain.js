/** For apps that also run where WebAssembly is forbidden: brings engine and checker as plain scripts, when needed. */

// With the class beside it, esbuild leaves the addresses in the script of the class, where this one sets them.
import "./element/ban-spread-element.js";
import { plain } from "banspread-assets";

plain.engine = () => import("banspread-plain");
plain.checker = () => import("banspread-checker-plain");

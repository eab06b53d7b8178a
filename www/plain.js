/**
 * For apps that must also run if WebAssembly is forbidden: adds engine and checker as plain scripts, which are loaded
 * only if needed.
 */

// This import makes esbuild keep the addresses in the script of the class, where this script sets them.
import "./element/ban-spread-element.js";
import { plain } from "banspread-assets";

plain.engine = () => import("banspread-plain");
plain.checker = () => import("banspread-checker-plain");

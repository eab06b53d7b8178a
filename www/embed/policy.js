/** The Content-Security-Policy of the page: it may load only files of its own origin, and live data of its publisher. */

import { readSetting } from "./settings.js";

/**
 * The policy is not in the markup, which does not know the name of the origin: in a sandboxed frame, `'self'` matches
 * nothing in WebKit.
 */
export function restrict() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  const { origin } = location;
  const own = ["style", "img", "connect"].map((kind) => `${kind}-src ${origin}`);
  meta.content = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; ${own.join("; ")} ${readSetting("sources")}`;
  document.head.append(meta);
}

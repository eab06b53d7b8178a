/** The Content-Security-Policy of the page: it may load only files of its own origin, and live data of its publisher. */

/**
 * The policy is not in the markup, which does not know the name of the origin: in a sandboxed frame, `'self'` matches
 * nothing in WebKit.
 * @param {Element} element  as the publisher has written it, before the address of the page changes it
 */
export function restrict(element) {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  const { origin } = location;
  const own = ["connect", "style", "img"].map((kind) => `${kind}-src ${origin}`);
  const src = element.getAttribute("src") ?? "";
  if (URL.canParse(src)) own[0] += ` ${new URL(src).origin}`;
  meta.content = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; ${own.join("; ")}`;
  document.head.append(meta);
}

/** What the page may load: files of its own origin, and nothing else. */

/**
 * Not in the markup, which does not know the origin's name: in a sandboxed frame `'self'` is nobody to WebKit.
 */
export function restrict() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  const { origin } = location;
  const own = ["connect", "style", "img"].map((kind) => `${kind}-src ${origin}`);
  meta.content = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; ${own.join("; ")}`;
  document.head.append(meta);
}

// Records what is copied and saved. It is loaded before the package.
window.shared = { copied: [], saved: [], refuses: false };

Object.defineProperty(navigator, "clipboard", {
  value: {
    writeText: async (/** @type {string} */ text) => {
      if (shared.refuses) throw new DOMException("not allowed", "NotAllowedError");
      shared.copied.push(text);
    },
  },
});

{
  /** @type {Blob} */
  let last;
  const { createObjectURL } = URL;
  URL.createObjectURL = (/** @type {any} */ blob) => createObjectURL((last = blob));
  HTMLAnchorElement.prototype.click = function () {
    shared.saved.push({ name: this.download, href: this.protocol, type: last.type, size: last.size });
  };
}

/**
 * The page's document as the browser defines it. Markup of a page can hide properties of a document and of a form:
 * after `<img name="head">` or `<input name="parentNode">` they are those elements.
 */

/**
 * A view of a document for reading and calling, in which elements of the page hide nothing. It is no node itself.
 * @param {Document} [page]
 * @returns {Document}
 */
export function pageOf(page = document) {
  return new Proxy(page, {
    get: (_, name) => {
      const found = Reflect.get(Document.prototype, name, page);
      return typeof found === "function" ? found.bind(page) : found;
    },
  });
}

/**
 * A property of a node that may be a form.
 * @template {keyof Element} K
 * @param {Node} node
 * @param {K} name
 * @returns {Element[K]}
 */
export function readNode(node, name) {
  return Reflect.get(Element.prototype, name, node);
}

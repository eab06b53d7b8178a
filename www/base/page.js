/**
 * The document as the browser defines it. Elements of a page can hide properties of a document or form: after
 * `<img name="head">` or `<input name="parentNode">`, these properties are the elements.
 */

/**
 * A view of a document for reading and calling. Elements of the page cannot hide its properties. The view itself is not
 * a node.
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
 * A property of a node. The node can be a form.
 * @template {keyof Element} K
 * @param {Node} node
 * @param {K} name
 * @returns {Element[K]}
 */
export function readNode(node, name) {
  return Reflect.get(Element.prototype, name, node);
}

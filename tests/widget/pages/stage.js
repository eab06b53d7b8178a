// A stage for tests: they say which elements come on.

/** Loads the package; until then `<ban-spread>` is an unknown element. */
window.define = () => import("/pkg/banspread.js");

/** Puts an element on the stage. */
window.mount = ({ attributes = {}, properties = {}, children = "" } = {}) => {
  const element = document.createElement("ban-spread");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = children;
  Object.assign(element, properties);
  document.getElementById("stage").append(element);
  return element;
};

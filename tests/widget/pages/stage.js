// A stage for tests, which add elements to it.

/** Loads the package. Before this, `<ban-spread>` is an unknown element. */
window.define = () => import("/pkg/banspread.js");

/** Lets the places of the grids come from the package, whatever folder the page names. */
window.keepPlaces = () => {
  const { fetch } = window;
  window.fetch = (href, how) => fetch(/places\.txt/.test(String(href)) ? "/pkg/banspread-places.txt" : href, how);
};

/** Adds an element to the stage. */
window.mount = ({ attributes = {}, properties = {}, children = "" } = {}) => {
  const element = document.createElement("ban-spread");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = children;
  Object.assign(element, properties);
  document.getElementById("stage").append(element);
  return element;
};

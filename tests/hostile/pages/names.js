// Hides every property of the document, and of the form around the widget, behind an element with its name.

const page = document;
const [create, find] = [page.createElement.bind(page), page.querySelector.bind(page)];
const names = (/** @type {object} */ object) => {
  const found = new Set();
  for (const name in object) found.add(name);
  return found;
};
/** @type {Element[]} */
const hostile = [...page.querySelectorAll("img, a")];
const form = /** @type {HTMLFormElement} */ (find("form"));
const [before, around] = [names(page), names(form)];
const { body, documentElement: root } = page;
for (const name of before) {
  const image = create("img");
  image.setAttribute("name", name);
  image.alt = "";
  hostile.push(image);
}
const controls = [...around].map((name) => {
  const control = create("input");
  control.setAttribute("name", name);
  control.setAttribute("type", "hidden");
  return control;
});
// The properties are hidden as soon as the elements exist, so all are appended at the same time.
const append = Element.prototype.append;
append.call(body, ...hostile);
append.call(form, ...controls);
/** Whether the browser lets such elements hide anything. */
Reflect.set(window, "hidden", page.head === hostile.find((element) => element.getAttribute("name") === "head"));

const tell = (/** @type {string} */ outcome) => {
  for (const element of [...hostile, ...controls]) Element.prototype.remove.call(element);
  Reflect.set(window, "outcome", outcome);
};
addEventListener("ban-spread-ready", ({ detail }) => tell(`ready ${detail.date}`));
addEventListener("ban-spread-error", ({ detail }) => tell(detail.message));

const { searchParams: query } = new URL(location.href);
const script = create("script");
for (const [name, value] of query) script.setAttribute(name, value);
append.call(root, script);

// The story: the step that is in the middle of the window is shown in the figure.

const story = document.querySelector(".story");
const map = story.querySelector("ban-spread");
const steps = [...story.querySelectorAll(".step")];

/** What the figure shows at a step. */
const stateOf = ({ dataset: { date, selected = null, filter = null } }) => ({
  date,
  selected,
  filter,
  firm: false,
  weighted: false,
});

const reading = new IntersectionObserver(
  (entries) => {
    const here = entries.filter(({ isIntersecting }) => isIntersecting).at(-1);
    if (here) map.state = { step: null, compare: null, view: "map", ...stateOf(here.target) };
  },
  // A line in the middle of the window.
  { rootMargin: "-50% 0px" },
);

/** Marks the step that the figure shows, and none after readers have chosen something else. */
function mark({ detail }) {
  for (const step of steps) {
    const shown = Object.entries(stateOf(step)).every(([name, value]) => detail[name] === value);
    step.toggleAttribute("data-shown", shown);
  }
}

// Without the element the story stays text.
customElements.whenDefined("ban-spread").then(() => {
  story.setAttribute("data-driven", "");
  for (const name of ["ban-spread-ready", "ban-spread-input"]) map.addEventListener(name, mark);
  for (const step of steps) reading.observe(step);
});

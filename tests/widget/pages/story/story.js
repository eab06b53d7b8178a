// Each paragraph that reaches the middle of the window shows its state of the map.
const map = document.querySelector("ban-spread");
const story = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) map.state = JSON.parse(target.dataset.state);
  },
  { rootMargin: "-50% 0px" },
);
document.querySelectorAll("[data-state]").forEach((paragraph) => story.observe(paragraph));

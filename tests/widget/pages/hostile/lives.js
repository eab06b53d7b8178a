// Lifecycles of elements, each from mount to removal. It is loaded after the stage.
{
  const frames = async (/** @type {number} */ count) => {
    for (let n = 0; n < count; n++) await new Promise((done) => window.counted.frame(done));
  };
  const heard = (/** @type {Element} */ element, /** @type {string} */ name) =>
    new Promise((done) => element.addEventListener(name, done, { once: true }));
  const come = (/** @type {string} */ src = "") => window.mount({ attributes: src ? { src } : {} });
  /** @type {string} */
  let small;

  /** @type {Record<string, () => Promise<void>>} */
  const LIVES = {
    async small() {
      small ??= await (await fetch("small.json")).text();
      // Nothing is fetched or awaited, so that a thousand elements take less than a minute.
      await gone(window.mount({ attributes: { loading: "eager" }, properties: { data: small } }));
    },

    async builtIn() {
      await gone(come());
    },

    async table() {
      await gone(come("../events.csv"));
    },

    async faulty() {
      const element = come("../faults.csv");
      await heard(element, "ban-spread-error");
      element.remove();
    },

    async early() {
      come("small.json").remove();
      const loading = come("small.json");
      await frames(1);
      loading.remove();
    },

    async used() {
      const element = come("../tour.json");
      await element.ready;
      element.date = "2020-03-01";
      element.compare = "2020-09-01";
      element.selected = "FR";
      await frames(1);
      element.shadowRoot.querySelector("[data-status]").click();
      element.step = 0;
      await frames(1);
      element.theme = "dark";
      element.lang = "de";
      element.step = null;
      element.play();
      await frames(2);
      element.remove();
    },
  };

  /** @param {Host} element */
  async function gone(element) {
    await element.ready;
    element.remove();
  }

  /** Adds and removes elements of these kinds, one after the other. */
  window.live = async (kinds, times) => {
    for (let n = 0; n < times; n++) {
      await LIVES[kinds[n % kinds.length]]();
      // A removed element ends a moment later.
      await new Promise((done) => setTimeout(done));
    }
    // The received events are kept for the tests, and would count as objects of the elements.
    window.watched.events.length = 0;
  };
}

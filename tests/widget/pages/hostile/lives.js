// Lives of elements, each from mount to removal. Loaded after the stage.
{
  const frames = async (count) => {
    for (let n = 0; n < count; n++) await new Promise((done) => window.counted.frame(done));
  };
  const heard = (element, name) => new Promise((done) => element.addEventListener(name, done, { once: true }));
  /** So many live at the same time, as frames would else take longest. */
  const TOGETHER = 10;
  const come = (src) => window.mount({ attributes: src ? { src } : {} });

  const LIVES = {
    async small() {
      await gone(come("small.json"));
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
      element.select("FR");
      await frames(1);
      element.shadowRoot.querySelector("[data-status]").click();
      element.tour(0);
      await frames(1);
      element.theme = "dark";
      element.lang = "de";
      element.tour(null);
      element.play();
      await frames(2);
      element.remove();
    },
  };

  async function gone(element) {
    await element.ready;
    element.remove();
  }

  window.live = async (kinds, times) => {
    for (let n = 0; n < times; n += TOGETHER) {
      await Promise.all(Array.from({ length: TOGETHER }, (_, m) => LIVES[kinds[(n + m) % kinds.length]]()));
      await frames(2);
    }
    // What has been heard is kept for the tests, and would count as theirs.
    window.watched.events.length = 0;
  };
}

/** Commands and events: what a host can request, and with whom a frame communicates. */

import assert from "node:assert/strict";
import { origin, useBrowser } from "../session.mjs";
import { oneEngine } from "../tiers.mjs";
import {
  EMBED,
  PAGES,
  addFrame,
  hear,
  inside,
  loadFrame,
  openHost,
  said,
  settle,
  tell,
  until,
  words,
} from "./host.mjs";

const session = useBrowser();

oneEngine("a host sets the state, and calls methods of the element", async () => {
  await openHost();
  await addFrame(EMBED);
  await hear("ready");
  await tell({ set: { date: "2020-06-01", compare: "2020-03-01", filter: "banned", selected: "DE" } });
  const { detail } = await hear("change", ({ detail }) => detail.date === "2020-06-01");
  const set = { date: "2020-06-01", compare: "2020-03-01", filter: "banned", selected: "DE" };
  assert.deepEqual(detail, { ...set, firm: false, step: null, view: "map", weighted: false, playing: false });
  await tell({ set: { view: "table" } });
  await hear("change", ({ detail }) => detail.view === "table");
  await tell({ set: { compare: null, filter: null, selected: null, view: "map" } });
  await hear("change", ({ detail }) => detail.compare === null && detail.filter === null);
  await tell({ call: "next" });
  await hear("change", ({ detail }) => detail.date === "2020-08-20");
  await tell({ call: "previous" });
  await hear("change", ({ detail }) => detail.date === "2020-05-01");
  await tell({ call: "play" });
  await hear("input", ({ detail }) => detail.playing);
  await tell({ call: "pause" });
  await hear("change", ({ detail }) => !detail.playing);
  await tell({ set: { theme: "dark", lang: "de" } });
  await until("it is dark and German", async () => {
    const { scheme, headline } = await inside(0, (widget) => widget.state());
    return scheme === "dark" && /^\d+\. \p{L}+ 2020$/u.test(headline);
  });
  const direction = () => inside(0, (widget) => widget.run(() => document.documentElement.dir));
  assert.equal(await direction(), "ltr");
  await tell({ set: { lang: "ar" } });
  await until("the page runs as its language does", async () => (await direction()) === "rtl");
  await tell({ set: { lang: "en" } });
  await until("and back as English does", async () => (await direction()) === "ltr");
  await tell({ set: { src: "/tests/widget/pages/tour.json" } });
  await until("another dataset is there", async () => (await inside(0, (widget) => widget.state())).tour !== null);
  await tell({ set: { step: 1 } });
  await hear("change", ({ detail }) => detail.step === 1);
});

oneEngine("a host requests the state, and restores it later", async () => {
  await openHost();
  await addFrame(`${EMBED}&date=2020-09-01&selected=FR&filter=banned`);
  await hear("ready");
  await until("all is as asked", async () => {
    await tell({ get: "state" });
    const { detail } = await hear("state");
    return detail.date === "2020-09-01" && detail.selected === "FR" && detail.filter === "banned";
  });
  const kept = (await hear("state")).detail;
  await tell({ set: { date: "2020-03-01", selected: null, filter: null } });
  await hear("change", ({ detail }) => detail.filter === null && detail.date === "2020-03-01");
  await tell({ set: kept });
  const { detail } = await hear("change", ({ detail }) => detail.filter === "banned");
  assert.deepEqual(detail, kept);
});

oneEngine("an invalid command is answered with an error, and nothing is done", async () => {
  await openHost();
  await addFrame(`${EMBED}&date=2020-06-01`);
  await hear("ready");
  await tell({ set: { date: "2020-09-01", step: -1 } });
  const { detail } = await hear("error");
  assert.equal(detail.code, "invalid-message");
  assert.ok(detail.message.startsWith("set: invalid step: -1"), detail.message);
  await tell({ get: "state" });
  assert.equal((await hear("state")).detail.date, "2020-06-01");
  await tell({ set: { date: "the day before" } });
  await hear("error", ({ detail }) => detail.code === "invalid-date");
});

oneEngine("only messages of the page around are accepted, not those of another frame", async () => {
  await openHost();
  await addFrame(`${EMBED}&date=2020-06-01`);
  await addFrame(`${PAGES}/stranger.html`);
  await hear("ready");
  await until("the stranger is there", async () => (await said(1)).length > 0);
  await inside(0, () =>
    session.driver.executeScript(() => {
      Object.assign(window, { arrived: [] });
      addEventListener("message", ({ data }) => Reflect.get(window, "arrived").push(data.set?.date));
    }),
  );
  await session.driver.executeScript(() => {
    const pass = { type: "ban-spread", set: { date: "2020-01-01" } };
    frames[1].postMessage({ pass }, "*");
  });
  const arrived = () => inside(0, () => session.driver.executeScript(() => Reflect.get(window, "arrived")));
  await until("its message has arrived", async () => (await arrived()).includes("2020-01-01"));
  await settle();
  await tell({ get: "state" });
  assert.equal((await hear("state")).detail.date, "2020-06-01");
});

oneEngine("a frame with an origin in its address communicates with this origin", async () => {
  await openHost();
  await addFrame(`${EMBED}&origin=${encodeURIComponent(`${origin}/`)}`);
  await hear("ready");
  await tell({ set: { date: "2020-06-01" } });
  await hear("change", ({ detail }) => detail.date === "2020-06-01");
});

oneEngine("a frame with another origin in its address neither sends nor does anything", async () => {
  await openHost();
  await loadFrame(`${EMBED}&date=2020-06-01&origin=https://news.example`);
  await inside(0, (widget) => widget.ready());
  await tell({ set: { date: "2020-01-01" } });
  await settle();
  assert.deepEqual(await said(), []);
  assert.equal(await inside(0, async (widget) => (await widget.state()).date), "2020-06-01");
});

oneEngine("a frame with an invalid origin in its address refuses, and sends nothing", async () => {
  await openHost();
  await loadFrame(`${EMBED}&origin=`);
  await until("it says so to readers", async () => (await words()).startsWith('The parameter "origin"'));
  await settle();
  assert.deepEqual(await said(), []);
});

oneEngine(
  "a link to a day and an entity works in the frame's address, and takes precedence over its parameters",
  async () => {
    await openHost();
    await addFrame(`${EMBED}&date=2020-12-01&selected=FR#ban-spread=2020-03-01..2020-06-01,DE`);
    const { detail } = await hear("ready");
    await settle();
    await tell({ get: "state" });
    const later = (await hear("state")).detail;
    assert.deepEqual([later.date, later.compare, later.selected], ["2020-06-01", "2020-03-01", "DE"]);
    assert.equal(detail.date, "2020-06-01");
  },
);

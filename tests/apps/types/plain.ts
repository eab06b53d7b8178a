/** What a page without a framework can write, and what TypeScript must refuse. */

import { BanSpreadElement } from "banspread";
import type { BanSpreadState } from "banspread/element";
import "banspread/plain";

BanSpreadElement.wasmUrl = new URL("https://static.example/banspread.wasm");
BanSpreadElement.integrity = true;

const chart: BanSpreadElement = document.createElement("ban-spread");
chart.src = "events.csv";
chart.data = { format: 1 };
chart.compare = null;
chart.state = { date: "2020-07-14", selected: "GB" };
const state: BanSpreadState = chart.state;
localStorage.setItem("chart", JSON.stringify(state));

chart.addEventListener("ban-spread-ready", ({ detail }) => detail.diagnostics.map(({ message }) => message));
document.addEventListener("ban-spread-change", ({ detail }) => detail.date.toUpperCase());
chart.addEventListener("ban-spread-select", (event) => {
  event.preventDefault();
  const entity: string | null = event.detail.selected;
  console.log(entity);
});
chart.addEventListener("ban-spread-error", ({ detail }) => {
  if (detail.code === "engine-load" && detail.cause === "policy") console.log(detail.message);
});
chart.ready.then((ready) => (ready.step = 0));

// @ts-expect-error: a step is a number
chart.step = "first";
// @ts-expect-error: there is no such status of a chart
chart.state = { speed: 2 };
// @ts-expect-error: there is no such code
chart.addEventListener("ban-spread-error", ({ detail }) => detail.code === "network");
// @ts-expect-error: a method lets it play
chart.playing = true;
// @ts-expect-error: only the element knows when it is ready
chart.ready = Promise.resolve(chart);

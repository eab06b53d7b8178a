/** The figure with D3 and SVG, as its examples write it: a data join for the tiles, areas, a line for the date. */

import { area, bisector, scaleLinear, scaleUtc, axisBottom, select, stack } from "d3";
import { DAY, inkOn, lastUntil, NO_DATA, read, squares, WIDTHS, written } from "./model.js";

const PLOT = { margin: 12, y: 10, height: 64, axis: 26 };

/**
 * @param {string} text
 * @param {HTMLElement} root
 */
export async function begin(text, root) {
  const data = read(text);
  const { at, side, font, height } = squares(data.tiles, WIDTHS.map);
  const colors = data.statuses.map(({ color }) => color.light);
  const page = select(root);
  page.append("h2").text(data.title);
  const date = page.append("p");
  const legend = page.append("p").selectAll("span").data(data.statuses).join("span");
  const bottom = PLOT.y + PLOT.height;
  const svg = page
    .append("svg")
    .attr("width", WIDTHS.map)
    .attr("height", height + bottom + PLOT.axis);
  const tiles = svg.append("g").selectAll("g").data(at).join("g");
  tiles.attr("transform", ({ x, y }) => `translate(${x},${y})`);
  const rects = tiles.append("rect").attr("width", side).attr("height", side);
  const names = tiles.filter(() => font > 0).append("text");
  names
    .attr("x", side / 2)
    .attr("y", side / 2)
    .attr("text-anchor", "middle")
    .attr("dominant-baseline", "central");
  names.attr("font", `bold ${font}px sans-serif`).text(({ name }) => name);

  const x = scaleUtc([data.first * DAY, data.last * DAY], [PLOT.margin, WIDTHS.timeline - PLOT.margin]);
  const most = Math.max(...data.counts.map(({ counts }) => counts.reduce((a, b) => a + b, 0)));
  const y = scaleLinear([0, most], [bottom, PLOT.y]);
  const timeline = svg.append("g").attr("transform", `translate(0,${height})`);
  const layers = stack()
    .keys(colors.keys())
    .value(({ counts }, key) => counts[key])(data.counts);
  const shape = area()
    .x((row) => x(row.data.day * DAY))
    .y0(([low]) => y(low))
    .y1(([, high]) => y(high));
  timeline
    .selectAll("path")
    .data(layers)
    .join("path")
    .attr("d", shape)
    .attr("fill", ({ key }) => colors[key]);
  timeline.append("g").attr("transform", `translate(0,${bottom})`).call(axisBottom(x));
  const veil = timeline.append("rect").attr("y", PLOT.y).attr("height", PLOT.height).attr("fill", "#ffffff9e");
  const line = timeline
    .append("line")
    .attr("y1", 4)
    .attr("y2", bottom)
    .attr("stroke", "#1a1c20")
    .attr("stroke-width", 2);

  const rowOf = bisector(({ day }) => day);
  const show = (/** @type {number} */ day) => {
    const statusOf = (/** @type {number} */ n) => data.spells[n].statuses[lastUntil(data.spells[n].days, day)];
    rects.attr("fill", (_, n) => colors[statusOf(n)] ?? NO_DATA);
    names.attr("fill", (_, n) => inkOn(colors[statusOf(n)] ?? NO_DATA));
    const counts = data.counts[rowOf.right(data.counts, day) - 1]?.counts ?? [];
    date.text(written(day));
    legend.text(({ label }, n) => `${counts[n] ?? 0} ${label} `);
    veil.attr("x", x(day * DAY)).attr("width", WIDTHS.timeline - PLOT.margin - x(day * DAY));
    line.attr("x1", x(day * DAY)).attr("x2", x(day * DAY));
  };
  show(data.last);
  return { move: (/** @type {number} */ share) => show(data.first + Math.round(share * (data.last - data.first))) };
}

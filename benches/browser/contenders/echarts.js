/** The figure with Apache ECharts, as its examples write it: a custom series for the tiles, stacked lines, a mark line. */

import * as echarts from "echarts";
import { DAY, inkOn, lastUntil, NO_DATA, read, squares, WIDTHS, written } from "./model.js";

const PLOT = { margin: 12, y: 10, height: 64, axis: 26 };
const TITLE = 60;

/**
 * @param {string} text
 * @param {HTMLElement} root
 */
export async function begin(text, root) {
  const data = read(text);
  const { at, side, font, height } = squares(data.tiles, WIDTHS.map);
  const colors = data.statuses.map(({ color }) => color.light);
  const box = root.appendChild(document.createElement("div"));
  box.style.height = `${TITLE + height + PLOT.y + PLOT.height + PLOT.axis}px`;
  const chart = echarts.init(box);
  const statuses = (/** @type {number} */ day) =>
    data.spells.map(({ days, statuses }, n) => [n, statuses[lastUntil(days, day)] ?? -1]);
  const line = (/** @type {number} */ day) => ({
    symbol: "none",
    data: [{ xAxis: day * DAY }],
    label: { show: false },
  });
  const renderItem = (_, api) => {
    const [n, status] = [api.value(0), api.value(1)];
    const fill = colors[status] ?? NO_DATA;
    const shape = { x: at[n].x, y: at[n].y + TITLE, width: side, height: side };
    const style = { fill, text: at[n].name, textFill: inkOn(fill), font: `bold ${font}px sans-serif` };
    const rect = { type: "rect", shape, style: { fill }, textConfig: { position: "inside" } };
    return font ? { ...rect, textContent: { type: "text", style } } : rect;
  };
  chart.setOption({
    animation: false,
    title: { text: data.title },
    grid: {
      left: PLOT.margin,
      width: WIDTHS.timeline - 2 * PLOT.margin,
      top: TITLE + height + PLOT.y,
      height: PLOT.height,
    },
    xAxis: { type: "time", min: data.first * DAY, max: data.last * DAY },
    yAxis: { type: "value", show: false },
    series: [
      { id: "map", type: "custom", coordinateSystem: "none", renderItem, data: statuses(data.last) },
      ...data.statuses.map(({ label }, n) => ({
        id: `area ${n}`,
        name: label,
        type: "line",
        step: "end",
        stack: "all",
        symbol: "none",
        lineStyle: { width: 0 },
        areaStyle: { color: colors[n], opacity: 1 },
        data: data.counts.map(({ day, counts }) => [day * DAY, counts[n]]),
        ...(n === 0 && { markLine: line(data.last) }),
      })),
    ],
  });
  const show = (/** @type {number} */ day) =>
    chart.setOption({
      title: { subtext: written(day) },
      series: [
        { id: "map", data: statuses(day) },
        { id: "area 0", markLine: line(day) },
      ],
    });
  show(data.last);
  return { move: (/** @type {number} */ share) => show(data.first + Math.round(share * (data.last - data.first))) };
}

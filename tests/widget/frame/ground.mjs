/** The background of a frame: that of the page around it, or the colour in its address. */

import assert from "node:assert/strict";
import { engine } from "../session.mjs";
import { eachEngine } from "../tiers.mjs";
import { EMBED, addFrame, hear, inside, openHost, readPixels } from "./host.mjs";

// In WebKit a frame gets the colour scheme of the system, not of the page around. There the address names the scheme.
const AUTO = engine === "webkit" ? "&theme=dark" : "";
for (const [claim, look, query, style] of [
  ["a dark page that says so", "night declared", AUTO, ""],
  ["a dark page that says nothing, where the frame's tag and address do", "night", "&theme=dark", "color-scheme: dark"],
  ["a light page", "", "&theme=light", ""],
]) {
  eachEngine(`the background of ${claim} is visible through the frame`, async () => {
    await openHost(look);
    await addFrame(EMBED + query, { style });
    await hear("ready");
    const [, ground, frame] = await readPixels([
      [5, 5],
      [22, 30],
    ]);
    assert.deepEqual(frame, ground);
    assert.equal(await inside(0, async (widget) => (await widget.state()).scheme), look ? "dark" : "light");
  });
}

eachEngine("a frame with the background of its host shows it, and only a colour is accepted", async () => {
  await openHost();
  await addFrame(`${EMBED}&theme=dark&background=%2310263c`);
  await addFrame(`${EMBED}&background=url(/pkg/embed.css)`);
  await hear("ready");
  const [, frame, inFigure] = await readPixels([
    [22, 30],
    [650, 30],
  ]);
  assert.deepEqual([frame, inFigure], ["16,38,60,255", "16,38,60,255"]);
  const ground = () => getComputedStyle(document.body).backgroundColor;
  assert.equal(await inside(1, (widget) => widget.run(ground)), "rgba(0, 0, 0, 0)");
});

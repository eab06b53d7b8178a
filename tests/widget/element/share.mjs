/** Links to what is shown, and the picture as a file, on a page with a strict policy. */

import assert from "node:assert/strict";
import { open, origin, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountMore, SAMPLE, Widget } from "../widget.mjs";

const session = useBrowser();

const PAGE = "/tests/widget/pages/strict.html";

async function mountStrict(attributes = {}, hash = "") {
  // A change of the hash alone would not load the page again.
  await open(session.driver, "/tests/widget/pages/page.css");
  await open(session.driver, PAGE + hash);
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE, ...attributes } });
  await widget.ready();
  return widget;
}

function shared() {
  return session.driver.executeScript(() => window.shared);
}

oneEngine("Share copies a link to the date, the compared date and the selected entity, and confirms this", async () => {
  const widget = await mountStrict({ date: "2020-06-01" });
  await widget.click(".share");
  const said = (/** @type {Host} */ { shadowRoot }) => {
    return [
      shadowRoot.querySelector(".share").dataset.said ?? "",
      shadowRoot.querySelector("[role=status]").textContent,
    ];
  };
  await widget.until("it says so", async () => (await widget.run(said)).join() === "Link copied,Link copied");
  await widget.until("it is quiet again", async () => (await widget.run(said))[0] === "");
  await widget.run((host) => {
    host.compare = "2020-03-01";
    host.selected = "DE";
  });
  // The buttons have other positions after a second date is there.
  await widget.until("both are shown", ({ comparing, history }) => comparing && history);
  await widget.click(".share");
  await widget.until("both are copied", async () => (await shared()).copied.length === 2);
  const page = `${origin}${PAGE}#ban-spread=`;
  assert.deepEqual((await shared()).copied, [`${page}2020-06-01`, `${page}2020-03-01..2020-06-01,DE`]);
});

oneEngine("a second feedback replaces the first, also at another button", async () => {
  const widget = await mountStrict();
  await session.driver.executeScript(() => {
    window.HTMLCanvasElement.prototype.toBlob = (done) => done(null);
  });
  const said = (/** @type {Host} */ { shadowRoot }) => {
    return [".share", ".download"].map((button) => shadowRoot.querySelector(button).dataset.said ?? "");
  };
  await widget.click(".share");
  await widget.until("Share has answered", async () => (await widget.run(said))[0] !== "");
  await widget.click(".download");
  assert.deepEqual(await widget.run(said), ["", "The picture could not be created."]);
  await widget.until("both are quiet again", async () => (await widget.run(said)).join("") === "");
});

eachEngine("if the clipboard is forbidden, the link is in a field for copying", async () => {
  const widget = await mountStrict({ date: "2020-06-01", id: "map" });
  await session.driver.executeScript(() => (window.shared.refuses = true));
  await widget.click(".share");
  const selected = (/** @type {Host} */ { shadowRoot }) => {
    /** @type {HTMLInputElement} */
    const { value, selectionStart, selectionEnd } = shadowRoot.querySelector(".link");
    const hasFocus = shadowRoot.activeElement?.className === "link";
    return hasFocus ? value.slice(selectionStart ?? 0, selectionEnd ?? 0) : "";
  };
  const link = `${origin}${PAGE}#ban-spread-map=2020-06-01`;
  await widget.until("the link is selected", async () => (await widget.run(selected)) === link);
});

oneEngine("a link opens its state in its own element, on loading and later", async () => {
  const first = await mountStrict({ date: "2020-12-01" }, "#ban-spread=2020-03-01..2020-06-01,DE");
  const second = await mountMore(session.driver, { attributes: { src: SAMPLE, date: "2020-12-01", id: "b" } });
  await second.ready();
  const opened = await first.until("the history is open", ({ history }) => history?.name === "Germany");
  assert.deepEqual([opened.date, opened.comparing?.date], ["2020-06-01", "2020-03-01"]);
  const [before, untouched] = [await first.state(), await second.state()];
  assert.deepEqual([untouched.date, untouched.comparing, untouched.history], ["2020-12-01", null, null]);
  await session.driver.executeScript(() => (location.hash = "ban-spread-b=2020-09-01,%%"));
  await second.until("the second has followed", ({ date }) => date === "2020-09-01");
  assert.deepEqual(await first.state(), before);
});

eachEngine("Download saves the picture with the title and the date in its name", async () => {
  const widget = await mountStrict({ date: "2020-06-01" });
  await widget.click(".download");
  await widget.until("it is saved", async () => (await shared()).saved.length === 1);
  const [{ name, href, type, size }] = (await shared()).saved;
  const wanted = ["banspread-how-a-ban-spreads-between-neighbours-2020-06-01.png", "blob:", "image/png"];
  assert.deepEqual([name, href, type], wanted);
  assert.ok(size > 10_000, `${size} bytes`);
});

eachEngine("in a sandboxed frame, which can forbid both, each button reports its result", async (t) => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  t.after(() => session.driver.switchTo().defaultContent());
  const frame = await session.driver.executeAsyncScript((done) => {
    const frame = document.createElement("iframe");
    frame.sandbox = "allow-scripts";
    frame.style.cssText = "width: 700px; height: 900px";
    frame.src = "article.html";
    frame.onload = () => done(frame);
    document.body.prepend(frame);
  });
  await session.driver.switchTo().frame(frame);
  const widget = new Widget(session.driver);
  await widget.ready();
  const said = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelector("[role=status]").textContent;
  for (const [button, words] of /** @type {const} */ ([
    [".share", /^Copy this link$|^Link copied$/],
    [".download", /^This page may not allow saving/],
  ])) {
    await (await widget.part(button)).click();
    await widget.until(`${button} says so`, async () => words.test(await widget.run(said)));
  }
  assert.deepEqual(await session.driver.executeScript(() => window.watched.faults), []);
});

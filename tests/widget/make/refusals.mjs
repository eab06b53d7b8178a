/** What the page says and allows while something about the figure is refused, and that nothing moves meanwhile. */

import assert from "node:assert/strict";
import { useBrowser } from "../session.mjs";
import { oneEngine } from "../tiers.mjs";
import { CLEAR, MakePage, MISSPELT } from "./page.mjs";

const session = useBrowser();

async function withFigure() {
  const page = await MakePage.open(session.driver);
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  return page;
}

/** Gives the first status a colour that no light page shows. @param {MakePage} page */
async function paint(page, color = "#ffff99") {
  await page.run((color) => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector("#color-light-0"));
    field.value = color;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, color);
}

/** The state of each button of the last step by its name. */
function buttons() {
  const found = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll("#publish button")]);
  return Object.fromEntries(found.map(({ textContent, disabled }) => [textContent, disabled]));
}

/** Where an element is on the page. @param {string} selector */
const top = (selector) =>
  Math.round((document.querySelector(selector)?.getBoundingClientRect().top ?? NaN) + window.scrollY);

oneEngine("a refused colour is told once, below the colours, and leads there from the last step", async () => {
  const page = await withFigure();
  const before = await page.run(top, ".statuses ol");
  await paint(page);
  await page.until("the last step tells it", () => document.querySelector("#publish .findings"));
  const seen = await page.run(() => ({
    columns: document.querySelectorAll("#columns .findings li").length,
    verdict: [...document.querySelectorAll(".statuses [aria-live] p")].map(({ textContent }) => textContent),
    publish: [...document.querySelectorAll("#publish .findings li > p:first-child")].map((p) => p.textContent),
  }));
  assert.equal(seen.columns, 0);
  assert.equal(seen.verdict[0], "Banned has too little contrast with the page (Light).");
  assert.ok(!seen.verdict.some((text) => text?.startsWith("Readers can")), seen.verdict.join("\n"));
  assert.deepEqual(seen.publish, [seen.verdict[0]]);
  assert.equal(await page.run(top, ".statuses ol"), before);
  await page.click("Go to: 3. Look");
  assert.equal(await page.run(() => document.activeElement?.id), "color-light-0");
  await paint(page, "#8d1737");
  await page.until("the colours are good", () =>
    document.querySelector(".statuses .good + *, .statuses [aria-live] .good"),
  );
  await page.until("the last step is open", () => !document.querySelector("#publish .findings"));
});

oneEngine("with a refused colour the data can be saved, and the disabled buttons are readable", async () => {
  const page = await withFigure();
  await paint(page);
  await page.until("the last step tells it", () => document.querySelector("#publish .findings"));
  const off = await page.run(buttons);
  const names = Object.keys(off).filter((name) => off[name]);
  assert.deepEqual(names.sort(), [
    "Picture as PNG",
    "Picture as SVG",
    "Save a ZIP for your web server",
    "Save one HTML file",
  ]);
  const json = await page.save("Data as JSON");
  assert.equal(JSON.parse(json.bytes.toString()).statuses[0].color.light, "#ffff99");
  assert.match((await page.save("Data as CSV")).bytes.toString(), /#ffff99/);
  const ratio = await page.run(() => {
    const luminance = (/** @type {string} */ color) => {
      const [r, g, b] = (color.match(/\d+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const { color, backgroundColor } = getComputedStyle(
      /** @type {Element} */ (document.querySelector("button.primary:disabled")),
    );
    const [dark, light] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  });
  assert.ok(ratio >= 4.5, `contrast ${ratio}`);
});

oneEngine("no button moves when a file is saved, and the line is below the row that was clicked", async () => {
  const page = await withFigure();
  const places = () =>
    [...document.querySelectorAll("#publish button")].map((button) =>
      Math.round(button.getBoundingClientRect().top + scrollY),
    );
  const before = await page.run(places);
  const line = () =>
    document.querySelector("#publish .outcome .good")?.closest(".outcome")?.previousElementSibling?.textContent;
  await page.save("Save one HTML file");
  assert.match(String(await page.until("the line is there", line)), /^Save a ZIP/);
  assert.deepEqual(await page.run(places), before);
  await page.save("Data as JSON");
  await page.until(
    "the line is below the second row",
    (text) => {
      const good = document.querySelector("#publish .outcome .good");
      return good?.closest(".outcome")?.previousElementSibling?.textContent?.startsWith(text);
    },
    "Data as CSV",
  );
  assert.deepEqual(await page.run(places), before);
});

oneEngine("nothing below a new step of the tour moves at the first letter of its headline", async () => {
  const page = await withFigure();
  await page.click("Add a step for 2021-03-05");
  await page.until("the field says what is missing", () => document.querySelector("#step-0-error"));
  const before = await page.run(top, "#step-0-text");
  await page.type("Headline", "S");
  await page.until("the error is gone", () => !document.querySelector("#step-0-error"));
  assert.equal(await page.run(top, "#step-0-text"), before);
});

oneEngine("statuses that are moved move nothing above them", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(`${CLEAR}Italy,2021-03-06,planned,A\nPeru,2021-03-07,partly,A\nChile,2021-03-08,unclear,A\n`);
  await page.figure.until("there is a figure", ({ legend }) => legend?.length >= 5);
  const before = await page.run(top, ".statuses ol");
  const name = await page.run(() =>
    document.querySelector(".statuses li input")?.ariaLabel?.replace("Name of the status ", ""),
  );
  for (let n = 0; n < 3; n += 1) {
    await page.click(`Move ${name} down`);
    assert.equal(await page.run(top, ".statuses ol"), before);
  }
});

oneEngine("a first date without a status is told before it is published", async () => {
  const page = await withFigure();
  await page.type("Date shown first", "2020-01-01\t");
  const told = () => document.querySelector("#publish .alike")?.textContent;
  assert.match(String(await page.until("it is told", told)), /^At 2020-01-01/);
  await page.type("Date shown first", "2021-03-04\t");
  await page.until("it is told no more", () => !document.querySelector("#publish .alike"));
});

oneEngine("a single name without a place has one set of answers", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(MISSPELT);
  await page.until("there is a question", () => document.querySelector("#question-places"));
  const names = () => [...document.querySelectorAll("#question-places button")].map((button) => button.textContent);
  assert.deepEqual(await page.run(names), ["France", "In the lists, not on the map", "Leave out"]);
});

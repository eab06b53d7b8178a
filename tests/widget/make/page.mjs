/** The make page from the view of a person: what is given, clicked, typed and seen. */

import { fileURLToPath } from "node:url";
import { open, waitUntil } from "../session.mjs";
import { Widget } from "../widget.mjs";

/**
 * The maximal time in ms that a test waits for the page. WebKit interprets a module when it is new: on a busy machine the
 * first sheet takes it half a minute.
 */
const PATIENCE = 90_000;
/** The letters of a saved file that one answer of the driver has. */
const PART = 400_000;
/** The options of tests in each engine. */
export const PATIENT = { timeout: 240_000 };

/** The sheets of the tests of the import. @param {string} path */
export const sheet = (path) => fileURLToPath(new URL(`../../import/cases/${path}`, import.meta.url));

/** A name that no place has. */
export const MISSPELT = "Country,Date,Status,Source\nFrnce,2021-03-04,banned,A\nSpain,2021-03-05,banned,A\n";
/** A sheet that needs no answer. */
export const CLEAR = "Country,Date,Status,Source\nFrance,2021-03-04,banned,A\nSpain,2021-03-05,allowed,A\n";

/** The name of a status without the number, which the legend puts behind a name. @param {string|null} label */
export const nameOf = (label) => (label ?? "").replace(/: \d+$/, "");

export class MakePage {
  /** @param {import("selenium-webdriver").WebDriver} driver */
  constructor(driver) {
    this.driver = driver;
    this.figure = new Widget(driver);
    /** The number of clicks. Typing is no click. */
    this.clicks = 0;
  }

  /**
   * Opens the page, without drafts.
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {string} [path]
   */
  static async open(driver, path = "/make/") {
    await open(driver, path);
    const page = new MakePage(driver);
    await page.driver.executeAsyncScript((/** @type {() => void} */ done) => {
      const request = indexedDB.deleteDatabase("banspread-make");
      request.onsuccess = request.onerror = request.onblocked = () => done();
    });
    await open(driver, path);
    await page.until("the page is there", () => document.querySelector("#file, .given"));
    return page;
  }

  /**
   * Waits until something is true in the page, and returns it.
   * @template {unknown[]} Args
   * @template T
   * @param {string} claim
   * @param {(...args: Args) => T} holds  runs in the page
   * @param {Args} args
   */
  until(claim, holds, ...args) {
    return waitUntil(() => this.run(holds, ...args), claim, PATIENCE);
  }

  /**
   * Runs a function in the page.
   * @template {unknown[]} Args
   * @template T
   * @param {(...args: Args) => T} run
   * @param {Args} args
   * @returns {Promise<Awaited<T>>}
   */
  run(run, ...args) {
    return this.driver.executeScript(run, ...args);
  }

  /**
   * Opens a file with the button of the first step.
   * @param {string} path
   */
  async give(path) {
    this.clicks += 1;
    await this.driver.findElement({ css: "#file" }).sendKeys(path);
  }

  /**
   * Pastes text, as the clipboard gives it.
   * @param {string} text
   */
  paste(text) {
    return this.run((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      // WebKit gives events of scripts no data.
      if (!event.clipboardData?.types.length) Object.defineProperty(event, "clipboardData", { value: clipboardData });
      document.querySelector("#paste")?.dispatchEvent(event);
    }, text);
  }

  /** Waits until the page has read what was given: until then questions come and go, and what a click aims at moves. */
  rest() {
    return this.until("the page has read", () => !document.querySelector(".wait"));
  }

  /**
   * Clicks a button by its name, as soon as it is there and can be clicked.
   * @param {string} name
   */
  async click(name) {
    this.clicks += 1;
    await this.rest();
    const find = (/** @type {string} */ name) => {
      const buttons = [...document.querySelectorAll("button, .radios label")];
      const nameOf = (/** @type {Element} */ button) =>
        button.ariaLabel ?? button.querySelector(".unseen")?.textContent ?? button.textContent;
      const found = buttons.find((button) => nameOf(button)?.trim() === name);
      if (!found || found.matches(":disabled")) return null;
      found.scrollIntoView({ block: "center", behavior: "instant" });
      return found;
    };
    const button = await this.until(`there is the button ${name}`, find, name);
    await /** @type {import("selenium-webdriver").WebElement} */ (/** @type {unknown} */ (button)).click();
  }

  /**
   * Types a text into the field with a label, in place of what it has.
   * @param {string} label
   * @param {string} text
   */
  async type(label, text) {
    const find = (/** @type {string} */ label) => {
      const fields = [...document.querySelectorAll("input, textarea")];
      const isNamed = (/** @type {any} */ field) =>
        field.ariaLabel === label || [...(field.labels ?? [])].some((own) => own.textContent?.trim() === label);
      const found = /** @type {HTMLInputElement|undefined} */ (fields.find(isNamed));
      if (found?.closest("details")) found.closest("details")?.setAttribute("open", "");
      found?.scrollIntoView({ block: "center", behavior: "instant" });
      found?.select();
      return found;
    };
    const field = await this.until(`there is the field ${label}`, find, label);
    await /** @type {import("selenium-webdriver").WebElement} */ (/** @type {unknown} */ (field)).sendKeys(text);
  }

  /**
   * Types the answer to a question, and clicks the button of this question.
   * @param {string} label
   * @param {string} text
   */
  async answerIn(label, text) {
    this.clicks += 1;
    await this.rest();
    await this.type(label, text);
    const find = (/** @type {string} */ label, /** @type {string} */ text) => {
      const fields = [...document.querySelectorAll("input")];
      const field = fields.find(({ labels }) => [...(labels ?? [])].some((own) => own.textContent?.trim() === label));
      return field?.value === text && field.form?.querySelector("button:enabled");
    };
    const button = await this.until(`there is the answer to ${label}`, find, label, text);
    await /** @type {import("selenium-webdriver").WebElement} */ (/** @type {unknown} */ (button)).click();
    await this.until(
      `${label} is answered`,
      (/** @type {string} */ label) => {
        const labels = [...document.querySelectorAll("form label")];
        return !labels.some(({ textContent }) => textContent?.trim() === label);
      },
      label,
    );
  }

  /** Answers the question about the source. */
  answerSource() {
    return this.answerIn("Name of the source", "Survey of ministries");
  }

  /**
   * Waits until the figure has these numbers in its legend.
   * @param {Record<string, number>} counts  by label
   */
  async counts(counts) {
    await this.until("the figure is there", () => document.querySelector("ban-spread"));
    const wanted = JSON.stringify(counts);
    return this.figure.until(`the legend has ${wanted}`, ({ state, legend }) => {
      const own = legend.filter(({ id }) => id !== "no-data").map(({ label, count }) => [nameOf(label), count]);
      return state === "ready" && JSON.stringify(Object.fromEntries(own)) === wanted;
    });
  }

  /** What the live region says. */
  said() {
    return this.run(() => document.querySelector("[role=status]")?.textContent ?? "");
  }

  /**
   * Saves a file, and returns its name and its bytes.
   * @param {string} name  of the button
   */
  async save(name) {
    await this.run(() => {
      const saved = /** @type {any} */ (window);
      saved.saved = null;
      saved.own ??= URL.createObjectURL;
      URL.createObjectURL = (/** @type {any} */ blob) => {
        saved.blob = blob;
        return saved.own.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function () {
        const { download } = this;
        const reader = new FileReader();
        reader.onload = () => (saved.saved = { name: download, url: reader.result });
        reader.readAsDataURL(saved.blob);
      };
    });
    await this.click(name);
    const file = await this.until(`${name} has made a file`, () => /** @type {any} */ (window).saved?.name);
    return { name: String(file), bytes: Buffer.from(await this.#content(), "base64") };
  }

  /** The content of the saved file as base64, in parts: drivers lose large answers. */
  async #content() {
    const read = (/** @type {number} */ from, /** @type {number} */ to) =>
      String(/** @type {any} */ (window).saved.url)
        .split(",")[1]
        .slice(from, to);
    let content = "";
    for (;;) {
      const part = await this.run(read, content.length, content.length + PART);
      content += part;
      if (part.length < PART) return content;
    }
  }
}

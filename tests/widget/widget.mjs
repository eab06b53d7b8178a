/** An element on a page as a reader has it: what it shows, and its parts to point at. */

import { readFileSync } from "node:fs";
import { Key } from "selenium-webdriver";
import { open, waitUntil } from "./session.mjs";

/** Longer than readers take between the letters of one word, in ms. */
export const PAUSE = 1100;

export class Widget {
  /**
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {number} [index]  which of the page's elements
   */
  constructor(driver, index = 0) {
    this.driver = driver;
    this.index = index;
  }

  /** What the element shows at this moment. */
  state() {
    return this.driver.executeScript(readState, this.index);
  }

  /**
   * Waits until what the element shows is as claimed, and returns it.
   * @param {string} claim
   * @param {(state: object) => unknown} holds  may be asynchronous
   */
  async until(claim, holds) {
    let state;
    const check = async () => (state = await this.state()) !== null && Boolean(await holds(state));
    try {
      await waitUntil(check, claim);
    } catch (error) {
      const errors = await this.events("error").catch(() => []);
      throw new Error(`never came true: ${claim}\n${JSON.stringify({ ...state, errors })}`, { cause: error });
    }
    return state;
  }

  ready() {
    return this.until("the chart is there", ({ state }) => state === "ready");
  }

  /**
   * Runs a function in the page with the element as its first argument.
   * @param {Function} run
   * @param {...unknown} args
   */
  run(run, ...args) {
    const call = `return (${run})(document.querySelectorAll("ban-spread")[arguments[0]], ...arguments[1])`;
    return this.driver.executeScript(call, this.index, args);
  }

  /** The element itself. */
  host() {
    return this.run((host) => host);
  }

  /** A part of the shadow root. */
  part(selector) {
    return this.run((host, selector) => host.shadowRoot.querySelector(selector), selector);
  }

  /** Where a part lies in the window, once it has been brought into the middle of it. */
  box(selector) {
    return this.run((host, selector) => {
      const part = host.shadowRoot.querySelector(selector);
      part.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = part.getBoundingClientRect();
      return { left, top, width, height };
    }, selector);
  }

  /** The middle of a part, in whole pixels of the window. */
  async middle(selector) {
    const { left, top, width, height } = await this.box(selector);
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  }

  /** Gives a part the focus, as Tab would. */
  focus(selector) {
    return this.run((host, selector) => host.shadowRoot.querySelector(selector).focus(), selector);
  }

  /** Clicks a part with the mouse. */
  async click(selector) {
    await this.middle(selector);
    await (await this.part(selector)).click();
  }

  /** Details of the events of one name that the page has heard from this element. */
  events(name) {
    return this.run((host, name) => {
      const heard = window.watched.events.filter((event) => event.name === name && event.id === host.id);
      return heard.map(({ detail }) => detail);
    }, name);
  }

  /** Lets the page draw so many frames, and do what was due meanwhile. */
  frames(count) {
    return this.driver.executeAsyncScript((count, done) => {
      const frame = window.counted?.frame ?? requestAnimationFrame;
      const next = () => (count-- > 0 ? frame(next) : setTimeout(done));
      next();
    }, count);
  }

  /** Waits until nothing fades any more that can be seen. Firefox never ends what begins in a closed table. */
  faded() {
    const fading = ({ shadowRoot }) =>
      shadowRoot.getAnimations().some(({ playState, effect }) => {
        return playState === "running" && effect.target.checkVisibility();
      });
    return this.until("nothing fades", async () => !(await this.run(fading)));
  }

  /** Presses keys on whatever has the focus. */
  press(...keys) {
    return this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** Presses keys while Shift is held. */
  pressShifted(...keys) {
    return this.driver
      .actions()
      .keyDown(Key.SHIFT)
      .sendKeys(...keys)
      .keyUp(Key.SHIFT)
      .perform();
  }

  /**
   * Types a word on the map until a claim holds: again, where a slow machine has let so much time pass between its
   * letters that it was none.
   * @param {string} word
   * @param {(state: object) => unknown} holds  may be asynchronous
   */
  async type(word, holds) {
    let state;
    for (let times = 0; times < 5; times++) {
      await this.driver.sleep(PAUSE);
      await this.press(...word);
      await this.frames(3);
      state = await this.state();
      if (await holds(state)) return;
      // A space that came too late has opened one.
      if (state.history) await this.press(Key.ESCAPE);
    }
    throw new Error(`${word} leads to ${state.focus}`);
  }

  /**
   * Waits until the figure has come to rest. The table that nobody sees is then brought up to date, in the same moment
   * in which there is something to be said or not.
   */
  rested() {
    return this.until("the figure has come to rest", async ({ headline }) => (await this.caption()).includes(headline));
  }

  /** The caption of the table, which is empty before the first rest. */
  caption() {
    return this.run(({ shadowRoot }) => shadowRoot.querySelector("caption").textContent.replaceAll("\u00a0", " "));
  }
}

/**
 * Opens an empty page and puts one element on it.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {object} [what]  attributes, properties and children of the element
 */
export async function mount(driver, what = {}) {
  await open(driver, "/tests/widget/pages/stage.html");
  return mountMore(driver, what);
}

/** Puts one more element on the page. */
export async function mountMore(driver, what = {}) {
  const index = await driver.executeScript((what) => {
    window.define();
    window.mount(what);
    return document.querySelectorAll("ban-spread").length - 1;
  }, what);
  return new Widget(driver, index);
}

/** The smallest dataset that has what the tests need: two countries, a company, four changes. */
export const SAMPLE = "/tests/widget/pages/sample.json";
/** What is in it. */
export const SAMPLE_DATA = JSON.parse(readFileSync(new URL("pages/sample.json", import.meta.url), "utf8"));

/** Opens a page with one element that shows the sample. */
export async function mountSample(driver, attributes = {}) {
  const widget = await mount(driver, { attributes: { src: SAMPLE, ...attributes } });
  await widget.ready();
  return widget;
}

/** Runs in the page. */
function readState(index) {
  const host = document.querySelectorAll("ban-spread")[index];
  const root = host?.shadowRoot;
  if (!root) return null;
  const find = (selector) => root.querySelector(selector);
  const text = (selector) => find(selector).innerText.trim();
  const seen = (selector) => find(selector).getClientRects().length > 0;
  const range = find(".range");
  const focus = find(".tiles").getAttribute("aria-activedescendant");
  return {
    state: find(".root").dataset.state,
    scheme: find(".root").dataset.scheme,
    lang: find(".figure").lang,
    date: host.date,
    title: text(".title"),
    headline: text(".date").replaceAll("\u00a0", " "),
    sentence: text(".sentence"),
    spoken: range.getAttribute("aria-valuetext"),
    range: { min: Number(range.min), max: Number(range.max), value: range.valueAsNumber },
    field: find(".field.day").value,
    comparing: seen(".field.compared") ? { date: host.compare, field: find(".field.compared").value } : null,
    play: text(".play"),
    previous: find(".previous").ariaDisabled !== "true",
    next: find(".next").ariaDisabled !== "true",
    legend: [...root.querySelectorAll(".status")].map((item) => ({
      id: item.dataset.status ?? "no-data",
      label: item.querySelector(".label").textContent,
      count: Number(item.querySelector(".count").textContent.split(" ").at(-1)),
      pressed: item.getAttribute("aria-pressed"),
    })),
    tiles: root.querySelectorAll("[role=option]").length,
    unfold: seen(".unfold") ? text(".unfold") : null,
    tip: find(".tip").hasAttribute("data-shown")
      ? text(".tip")
          .split(/\n+/)
          .map((line) => line.trim())
      : null,
    ring: focus,
    focus: focus && find(`#${CSS.escape(focus)}`).ariaLabel,
    changes: seen(".latest") ? [...root.querySelectorAll(".latest .what-title")].map((row) => row.textContent) : null,
    tour: seen(".tour") ? text(".tour").split(/\n+/) : null,
    history: seen(".history") ? { name: text(".name"), state: text(".state") } : null,
    related: seen(".related")
      ? [text(".related .heading"), ...[...root.querySelectorAll(".other")].map((other) => other.textContent)]
      : null,
    notes: seen(".notes")
      ? text(".notes")
          .split(/\n+/)
          .map((line) => line.trim())
          .filter(Boolean)
      : [],
    notice: text(".notice"),
  };
}

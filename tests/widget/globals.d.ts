/**
 * Globals of pages that functions of tests use, and the types of the drivers' arguments and results.
 *
 * `querySelector`, `closest` and `getElementById` return elements here, never null: a test fails where an element is
 * missing. A test that expects none says so in the type of its variable.
 */

import type { WebElement } from "selenium-webdriver";
import type { BanSpreadElement } from "../../www/element/ban-spread-element.js";

/** The type of an argument in the page. */
type ToPage<T> = T extends WebElement ? HTMLElement : T extends readonly (infer Item)[] ? ToPage<Item>[] : T;
/** The type of a result of the page. */
type FromPage<T> = T extends Element ? WebElement : T extends object ? { [Key in keyof T]: FromPage<T[Key]> } : T;

declare module "selenium-webdriver/lib/webdriver.js" {
  interface WebDriver {
    /** Returns the result of the function in the page. */
    executeScript<Args extends unknown[], T>(
      script: (...args: { [Place in keyof Args]: ToPage<Args[Place]> }) => T,
      ...args: Args
    ): Promise<FromPage<Awaited<T>>>;
    /** Returns the value that the function passes to its last argument. */
    executeAsyncScript<Args extends unknown[]>(
      script: (...args: [...{ [Place in keyof Args]: ToPage<Args[Place]> }, (result?: unknown) => void]) => void,
      ...args: Args
    ): Promise<any>;
    printPage(options?: object): Promise<string>;
    /** Chromium only. */
    sendDevToolsCommand(command: string, parameters?: object): Promise<void>;
    sendAndGetDevToolsCommand(command: string, parameters?: object): Promise<any>;
  }
}

declare global {
  /** The element in a page. */
  interface Host extends BanSpreadElement {
    readonly shadowRoot: ShadowRoot;
  }

  type WebDriver = import("selenium-webdriver").WebDriver;
  type Widget = import("./widget.mjs").Widget;
  /** The state of an element. */
  type State = import("./widget.mjs").State;

  /** A function of a test that runs in the page, with the element as its first argument. */
  type InPage<Args extends unknown[], T> = (
    host: Host,
    ...args: { [Place in keyof Args]: ToPage<Args[Place]> }
  ) => T | Promise<T>;
  type Result<T> = Promise<FromPage<Awaited<T>>>;

  interface HTMLElementTagNameMap {
    "ban-spread": Host;
  }

  interface ParentNode {
    querySelector<Tag extends keyof HTMLElementTagNameMap>(selectors: Tag): HTMLElementTagNameMap[Tag];
    querySelector<Found extends Element | null = HTMLElement>(selectors: string): Found;
    querySelectorAll<Tag extends keyof HTMLElementTagNameMap>(selectors: Tag): NodeListOf<HTMLElementTagNameMap[Tag]>;
    querySelectorAll<Found extends Element = HTMLElement>(selectors: string): NodeListOf<Found>;
  }

  interface Element {
    closest<Found extends Element | null = HTMLElement>(selectors: string): Found;
  }

  interface NonElementParentNode {
    getElementById<Found extends Element | null = HTMLElement>(id: string): Found;
  }

  interface Document {
    getElementById<Found extends Element | null = HTMLElement>(id: string): Found;
  }

  interface DocumentFragment {
    getElementById<Found extends Element | null = HTMLElement>(id: string): Found;
  }

  interface DocumentOrShadowRoot {
    readonly activeElement: HTMLElement | null;
  }

  /** The element that `mountMore` returns. */
  interface Mounted {
    attributes?: Record<string, string>;
    properties?: Record<string, unknown>;
    children?: string;
  }

  /** An event of the element. */
  interface Heard {
    name: string;
    id: string;
    detail: any;
  }

  // `pages/watch.js`
  var watched: { faults: string[]; events: Heard[]; presses: string[] };
  // `make-core.test.mjs`
  var startCore: typeof import("../../make/core/core.js").startCore;
  var core: import("../../make/core/types.d.ts").Core;
  var started: number;
  // `pages/stage.js`
  var keepPlaces: () => void;
  var define: () => Promise<typeof import("../../www/banspread.js")>;
  var mount: (what?: Mounted) => Host;
  // `pages/reset.js`
  var resetStage: () => Promise<{ left: string[]; faults: string[]; moved: boolean }>;
  // `pages/clock.js`
  var clock: { now: () => number; clear: () => void; pass: (ms: number) => void };
  // `pages/sharing.js`
  var shared: {
    copied: string[];
    saved: { name: string; href: string; type: string; size: number }[];
    refuses: boolean;
  };
  // `pages/counting.js`
  var counted: {
    frames: number;
    frame: typeof requestAnimationFrame;
    report: () => { listeners: number; observers: number; memory: number; children: number };
  };
  // `pages/article.js`
  var sightings: { top: number; fallback: boolean; state: string }[];
  // `pages/hostile/lives.js`
  var live: (kinds: string[], times: number) => Promise<void>;
  // `pages/monkey.js`
  var monkey: {
    begin: (sources: string[]) => void;
    settled: () => boolean;
    states: () => Record<string, any>;
    complaints: () => string[];
    part: (id: string, random: number) => { x: number; y: number } | null;
    point: (id: string, across: number, down: number) => { x: number; y: number } | null;
    still: (id: string) => { x: number; y: number } | null;
    inside: (point: { x: number; y: number }) => { x: number; y: number };
    focus: (id: string, random: number) => void;
    touched: (point: { x: number; y: number } | null) => string[];
    remove: (id: string) => void;
    insert: (id: string, other: string) => void;
    set: (id: string, name: string, value: unknown) => void;
    write: (id: string, name: string, value: string | null) => void;
    call: (id: string, name: string) => void;
    restore: () => void;
  };
  // `pages/soak.js`
  var soak: {
    data: string;
    begin: (sources: string[], data: string) => Promise<void>;
    use: (drags: number[], actions: number[]) => Promise<void>;
    reset: () => Promise<void>;
    present: () => number;
    cost: () => number;
  };
  // `pages/privacy/stubs.js`
  var touched: string[];
  // `pages/frame/host.js`
  var heard: { frame: number; origin: string; data: any }[];
  var addFrame: (src: string, options?: { width?: number; [attribute: string]: unknown }) => HTMLIFrameElement;
  var frameOf: (source: MessageEventSource | null) => HTMLIFrameElement | undefined;
  var tellFrame: (index: number, message: object) => void;
  var loadFramesScript: (type?: string) => void;
  // `pages/frame/systems.js`
  var systems: Record<string, (src: string) => void>;
  // `pages/frame/messages.js`
  var told: any[];
  /** On the page with named elements. */
  var hidden: boolean;
  var outcome: string;
  var asked: [address: string, credentials: RequestCredentials | undefined][];
  // Values that a test writes into a page, and reads later.
  var noted: Record<string, any>;
  // `axe.mjs`
  var axe: typeof import("axe-core");
  // `element/drag.mjs`
  var tasks: number[];
  // `element/life.mjs`
  var away: Host;
  // `reach/forced.mjs`
  var swatches: number[][][];
  // `hosts/paper.mjs`
  var printed: (string | undefined)[];
  var kept: boolean | undefined;
  // `policy.test.mjs`
  var said: (string | null)[];
}

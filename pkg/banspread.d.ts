/** Defines `<ban-spread>`, and tells TypeScript, React, Vue and Svelte about the tag. */

import { BanSpreadElement, BanSpreadEventMap, BanSpreadState, BanSpreadWords } from "./element.js";

export * from "./element.js";

/** The attributes of the tag. */
interface Attributes {
  // attributes: from custom-elements.json
  /**
   * Address of a dataset (CSV or JSON), or `#id` of an element of the page that holds its text. Without it: the
   * built-in dataset. If a dataset cannot be read, the error gives line and column, and the figure does not change.
   */
  src?: string;
  /**
   * Address or `#id` of a copy of the data, for a `src` that changes. The figure begins with the copy, fetches `src`
   * each time a page is opened, and shows that if it is good; what the reader has chosen stays. If it fails, comes too
   * late, has errors, or has fewer than half of the events or entities, what is shown stays, and a line says so. If the
   * copy is missing or has an error, the figure begins with `src`. Read when `src` is.
   */
  "fallback-src"?: string;
  /**
   * The number of seconds after which `src` is fetched again and again, for pages that stay open: at least 15. Only
   * while the page is visible and the figure near the viewport. New data waits until nobody drags and nothing plays.
   */
  refresh?: number;
  /**
   * The date with which the figure begins: `2020`, `2020-07` or `2020-07-14`. A year or month means its first day.
   * Without it: the date in `updated`, or the last day of the timeline if that is earlier.
   */
  date?: string;
  /** A second day, earlier or later, with which the figure compares the date. */
  compare?: string;
  /**
   * The date with which the timeline begins: `2020`, `2020-07` or `2020-07-14`. Without it: the `start` of the dataset
   * or, without that too, the quarter of the first status. What happened before counts on the first day.
   */
  start?: string;
  /**
   * The date with which the timeline ends; a month or year means its last day. Without it: the `end` of the dataset or,
   * without that too, its last update or change. If `start` and `end` are not dates in this order with a day of the
   * data between them, the element fires `ban-spread-error` with the code `invalid-date`, and the timeline is that of
   * the dataset.
   */
  end?: string;
  /**
   * Language of the figure, a BCP 47 tag. Without it: the language of the nearest ancestor that has one. Available:
   * Arabic, Chinese (simplified), English, French, German, Hebrew, Hindi, Japanese, Portuguese, Russian, Spanish. In
   * any other language the figure is English, or uses your own words.
   */
  lang?: string;
  /** Words that replace the figure's own: address of a JSON file, or `#id` of an element that holds it. */
  "words-src"?: string;
  /**
   * The view that is shown first. `lanes`: a row for each entity, with its statuses over time. `groups`: the entities
   * that are not on the map. A view that the dataset does not have is not shown.
   */
  view?: "map" | "lanes" | "groups" | "table";
  /**
   * Counts the weights of entities at first, such as people, if the dataset has weights. Without it the figure counts
   * entities.
   */
  weighted?: boolean;
  /** `light`, `dark`, or `auto`: as the page. */
  theme?: "auto" | "light" | "dark";
  /**
   * Draws the patterns of the statuses on screen as well. Without it they are drawn in print, in forced colours, for
   * readers who prefer more contrast, and where colours do not differ in lightness.
   */
  patterns?: boolean;
  /** The level of the title among the headings of the page. The other headings of the figure are below it. */
  "heading-level"?: "1" | "2" | "3" | "4" | "5" | "6";
  /** `lazy`: nothing is loaded until the element is near the viewport. `eager`: load at once. */
  loading?: "lazy" | "eager";
  /**
   * Who gets cookies with the requests for dataset and words. Without it and with `anonymous`: the page's own origin.
   * `use-credentials`: every origin. Read when a request begins.
   */
  crossorigin?: "" | "anonymous" | "use-credentials";
  /**
   * `auto`: WebAssembly, or plain JavaScript if the page or the browser forbids WebAssembly. `script`: always plain
   * JavaScript.
   */
  engine?: "auto" | "script";
  // attributes: end
}

/** The attributes, and the properties that frameworks set as such. */
interface Properties extends Attributes {
  // properties: from custom-elements.json
  /**
   * A dataset: text (JSON or CSV) or an object; null for the dataset that `src` names. An object is read when it is
   * set: set it again after a change.
   */
  data?: string | object | null;
  /** Id of the only status that is shown, or null. */
  filter?: string | null;
  /** Id of the entity whose history is open, such as `"GB"`, or null. */
  selected?: string | null;
  /** The step of the tour, counted from 0, or null. */
  step?: number | null;
  /** What is shown, as JSON. Any part of it can be set; the rest stays. */
  state?: Partial<BanSpreadState>;
  /** Words that replace the figure's own; null for those that `wordsSrc` names. */
  words?: BanSpreadWords | null;
  // properties: end
}

/** Listeners as React and Svelte write them: `onban-spread-change={…}`. */
type Listeners = { [Name in keyof BanSpreadEventMap as `on${Name}`]?: (event: BanSpreadEventMap[Name]) => void };

/** Listeners as Vue's compiler names them: `@ban-spread-change="…"`. */
interface VueListeners {
  // listeners: from custom-elements.json
  onBanSpreadReady?: (event: BanSpreadEventMap["ban-spread-ready"]) => void;
  onBanSpreadBeforechange?: (event: BanSpreadEventMap["ban-spread-beforechange"]) => void;
  onBanSpreadSelect?: (event: BanSpreadEventMap["ban-spread-select"]) => void;
  onBanSpreadInput?: (event: BanSpreadEventMap["ban-spread-input"]) => void;
  onBanSpreadChange?: (event: BanSpreadEventMap["ban-spread-change"]) => void;
  onBanSpreadRefresh?: (event: BanSpreadEventMap["ban-spread-refresh"]) => void;
  onBanSpreadError?: (event: BanSpreadEventMap["ban-spread-error"]) => void;
  // listeners: end
}

// Each of the frameworks' own types is `any` in projects without that framework.
// @ts-ignore
type ReactTag = import("react").DetailedHTMLProps<import("react").HTMLAttributes<BanSpreadElement>, BanSpreadElement>;
// @ts-ignore
type VueTag = import("vue").HTMLAttributes & import("vue").PublicProps;
// @ts-ignore
type SvelteTag = import("svelte/elements").HTMLAttributes<BanSpreadElement>;

declare global {
  interface HTMLElementTagNameMap {
    "ban-spread": BanSpreadElement;
  }
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "ban-spread": ReactTag & Properties & Listeners;
    }
  }
}

declare module "vue" {
  interface GlobalComponents {
    "ban-spread": new () => { $props: VueTag & Properties & VueListeners };
  }
}

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "ban-spread": SvelteTag & Properties & Listeners;
  }
}

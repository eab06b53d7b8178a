/** Defines `<ban-spread>`, and tells TypeScript, React, Vue and Svelte about the tag. */

import { BanSpreadElement, BanSpreadEventMap, BanSpreadState, BanSpreadWords } from "./element.js";

export * from "./element.js";

/** The attributes of the tag. */
interface Attributes {
  /** Address of a dataset (CSV or JSON), or `#id` of an element of the page whose text is one. */
  src?: string;
  /** The day to begin with: `2020`, `2020-07` or `2020-07-14`. */
  date?: string;
  /** A day that the date is compared with. */
  compare?: string;
  /** Language of the figure, as a BCP 47 tag. */
  lang?: string;
  /** Address of words in place of the figure's own, or `#id` of an element of the page whose text they are. */
  "words-src"?: string;
  /** Colours; `auto` follows the page. */
  theme?: "auto" | "light" | "dark";
  /** When work starts: near the window, or at once. */
  loading?: "lazy" | "eager";
  /** `use-credentials`: other origins are asked with cookies, too. */
  crossorigin?: "" | "anonymous" | "use-credentials";
  /** `script`: plain script without trying WebAssembly. */
  engine?: "auto" | "script";
}

/** The attributes, and the properties that frameworks set as such. */
interface Properties extends Attributes {
  /** A dataset itself. */
  data?: string | object | null;
  filter?: string | null;
  selected?: string | null;
  step?: number | null;
  /** Words in place of the figure's own. */
  words?: BanSpreadWords | null;
  /** Any part of what is shown. */
  state?: Partial<BanSpreadState>;
}

/** Listeners as React and Svelte write them: `onban-spread-change={…}`. */
type Listeners = { [Name in keyof BanSpreadEventMap as `on${Name}`]?: (event: BanSpreadEventMap[Name]) => void };

/** Listeners as Vue's compiler names them: `@ban-spread-change="…"`. */
interface VueListeners {
  onBanSpreadReady?: (event: BanSpreadEventMap["ban-spread-ready"]) => void;
  onBanSpreadBeforechange?: (event: BanSpreadEventMap["ban-spread-beforechange"]) => void;
  onBanSpreadSelect?: (event: BanSpreadEventMap["ban-spread-select"]) => void;
  onBanSpreadInput?: (event: BanSpreadEventMap["ban-spread-input"]) => void;
  onBanSpreadChange?: (event: BanSpreadEventMap["ban-spread-change"]) => void;
  onBanSpreadError?: (event: BanSpreadEventMap["ban-spread-error"]) => void;
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

/** Starts the page. */

import { fileAt, forWorker, hasWords, isWorker, startWorker } from "banspread-make-assets";
import { render } from "preact";
import { startCore } from "./core/core.js";
import { figureWords } from "./core/figure-words.js";
import { packageFiles } from "./data/package.js";
import { listDrafts } from "./drafts/drafts.js";
import { giver } from "./effects/give.js";
import { hearPage } from "./effects/hear.js";
import { keepDrafts } from "./effects/keep.js";
import { readChanges } from "./effects/read.js";
import { saver } from "./effects/save.js";
import { isLeftward } from "./i18n/direction.js";
import { sentencesOf } from "./i18n/sentences.js";
import { bestLanguage, loadTexts, wordsOf } from "./i18n/words.js";
import { createStore } from "./state/store.js";
import { App } from "./view/app.js";
import { el } from "./view/el.js";

// Trusted Types: the only script that the page starts from an address is its worker.
window.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => {
    if (!isWorker(url)) throw new TypeError(url);
    return url;
  },
});

const words = figureWords(fileAt);
const core = startCore({ start: startWorker, forWorker, words });
const store = createStore();
const give = giver(store, core);
const files = packageFiles(fileAt);
const save = saver(store, core, files, () => lang);
let lang = bestLanguage(navigator.languages);
const texts = await loadTexts(lang, fileAt).catch(() => {
  lang = "en";
  return loadTexts(lang, fileAt);
});
let t = wordsOf(lang, texts);
let sentence = sentencesOf(lang, texts);

readChanges(store, core);
keepDrafts(store);

/** The language that was chosen last. */
let chosen = lang;

/** Changes the language of the page. A language that does not load leaves the page as it is. @param {string} wanted */
async function speak(wanted) {
  chosen = wanted;
  const loaded = await loadTexts(wanted, fileAt).catch(() => null);
  // Meanwhile the person may have chosen another one.
  if (wanted !== chosen) return;
  if (loaded) [lang, t, sentence] = [wanted, wordsOf(wanted, loaded), sentencesOf(wanted, loaded)];
  draw();
}

function draw() {
  const { documentElement: root, body } = document;
  Object.assign(root, { lang, dir: isLeftward(lang) ? "rtl" : "ltr" });
  document.title = t("title");
  const page = {
    state: store.state(),
    t,
    sentence,
    lang,
    speak,
    dispatch: store.dispatch,
    core,
    give,
    save,
    files,
    words: hasWords ? null : words,
  };
  keepFocus(() => render(el(App, { page }), body));
}

/**
 * Draws, and keeps the focus where it was: a button that was clicked may have moved, or be gone with what it was about.
 * @param {() => void} change
 */
function keepFocus(change) {
  const { activeElement: held } = document;
  const step = held?.closest(".step");
  change();
  if (!step || document.activeElement !== document.body) return;
  const next = held?.isConnected ? held : document.querySelector(`#${step.id}-title`);
  /** @type {HTMLElement|null} */ (next)?.focus({ preventScroll: true });
}

let isDue = false;
store.subscribe(() => {
  if (isDue) return;
  isDue = true;
  // Several changes in a row are drawn once.
  queueMicrotask(() => {
    isDue = false;
    draw();
  });
});
hearPage(store, give, () => t("pasted_name"));
draw();
store.dispatch({ type: "drafts", drafts: await listDrafts().catch(() => []) });

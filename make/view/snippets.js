/** Markup for other pages, by the system that takes it. */

/** @import {Page} from "./el.js" */
/** @import {Snippets as Made} from "../core/types.d.ts" */

import { useEffect, useState } from "preact/hooks";
import { newest } from "../data/newest.js";
import { settingsOf, storyOf } from "../effects/save.js";
import { button, el, radios } from "./el.js";

/** The forms, in the order of the list. @type {(keyof Made)[]} */
const FORMS = ["iframe", "script", "wordpress", "amp"];

/** @param {{page: Page, address: string}} props */
export function Snippets({ page, address }) {
  const { state, t, dispatch } = page;
  const [form, setForm] = useState(/** @type {keyof Made} */ ("iframe"));
  const made = useSnippets(page, address);
  const text = made?.[form];
  const copy = async () => {
    try {
      // Pages without https have no clipboard.
      await navigator.clipboard.writeText(text ?? "");
      dispatch({ type: "said", key: "copied" });
    } catch {
      dispatch({ type: "said", key: "copy_by_hand" });
    }
  };
  return el(
    "div",
    { class: "snippets" },
    el("h3", null, t("snippets")),
    radios({
      legend: t("snippets"),
      name: "form",
      value: form,
      options: FORMS.map((form) => [form, t(`snippet.${form}`)]),
      onChange: (form) => setForm(/** @type {keyof Made} */ (form)),
    }),
    el("p", { class: "hint" }, t(`snippet.${form}.hint`)),
    text &&
      el("textarea", {
        readOnly: true,
        rows: 6,
        value: text,
        "aria-label": t(`snippet.${form}`),
        dir: "ltr",
        spellcheck: false,
      }),
    text && button(t("copy"), () => void copy()),
    made && text === null && el("p", { class: "hint" }, t("only_https")),
    // Nobody else can open a page on the disk of a person.
    location.protocol !== "file:" && starterLink(t, address),
    state.said?.key === "copied" && el("p", { class: "good" }, t("copied")),
  );
}

/** Each snippet takes a moment, and a person types many letters in one. */
const make = newest(async (/** @type {Page} */ { core, files, state }) =>
  core.snippets({ ...storyOf(state), ...settingsOf(state.project.publishing), package: await files() }),
);

/**
 * The snippets for the dataset and the address. They are made again when one of them changes.
 * @param {Page} page
 * @param {string} address
 */
function useSnippets(page, address) {
  const [made, setMade] = useState(/** @type {Made|null} */ (null));
  const { dataset, project } = page.state;
  useEffect(() => {
    let isOld = false;
    make(page).then(
      (found) => !isOld && found && setMade(found),
      () => !isOld && setMade(null),
    );
    return () => void (isOld = true);
  }, [dataset, address, project.look, project.publishing]);
  return made;
}

/**
 * A link to this page with a published dataset, for others to begin with.
 * @param {Page["t"]} t
 * @param {string} address
 */
function starterLink(t, address) {
  const page = new URL(location.pathname, location.origin);
  page.searchParams.set("src", URL.canParse("data.json", address) ? new URL("data.json", address).href : address);
  return el(
    "div",
    null,
    el("h3", null, t("starter_link")),
    el("p", { class: "hint" }, t("starter_link_hint")),
    el("p", { class: "link" }, el("a", { href: page.href }, page.href)),
  );
}

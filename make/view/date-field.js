/** A field of a date. It keeps what is typed. When it is left, or on Enter, it says if that is no date. */

/** @import {Page} from "./el.js" */

import { useEffect, useState } from "preact/hooks";
import { dayOf } from "../data/dates.js";
import { field } from "./el.js";

/**
 * @param {{page: Page, id: string, label: string, value: string, isLast?: boolean, isNeeded?: boolean,
 *   placeholder?: string, onDay: (day: string) => void}} props  `isLast`: a year means its last day; `isNeeded`: the
 *   field cannot be empty
 */
export function DateField({ page: { t, lang }, id, label, value, isLast, isNeeded, placeholder, onDay }) {
  const [text, setText] = useState(value);
  const [isWrong, setWrong] = useState(false);
  const read = (/** @type {string} */ text) => (text.trim() || isNeeded ? dayOf(text, lang, isLast) : "");
  // The date can change without the field, as by undo.
  useEffect(() => {
    if (read(text) === value) return;
    setText(value);
    setWrong(false);
  }, [value]);
  const onInput = (/** @type {string} */ text) => {
    setText(text);
    const day = read(text);
    // An error that is shown goes as soon as it is corrected; a new one waits for the end of the typing.
    if (day !== null) setWrong(false);
    if (day !== null && day !== value) onDay(day);
  };
  const onChange = () => {
    const day = read(text);
    setWrong(day === null);
    if (day !== null) setText(day);
  };
  const error = isWrong && read(text) === null ? t("not_a_date", { text }) : "";
  return field({ id, label, value: text, onInput, onChange, placeholder, error });
}

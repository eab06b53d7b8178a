/** A field whose text counts when the field is left, or on Enter. Until then it keeps what is typed, also when the page is drawn. */

import { useEffect, useState } from "preact/hooks";
import { el, field } from "./el.js";

/** @typedef {{value: string, onText: (text: string) => string} & Record<string, any>} Props */

/** @param {Props & {id: string, label: string}} props  `onText` returns the text as it was understood */
function Typed({ value, onText, ...rest }) {
  const [text, setText] = useState(value);
  // The value can change without the field, as by undo.
  useEffect(() => setText(value), [value]);
  const onChange = () => setText(onText(text));
  return field({ ...rest, value: text, onInput: setText, onChange });
}

/** @param {Props & {id: string, label: string, hint?: string}} props */
export const typedField = (props) => el(Typed, props);

import { useState } from "react";
import sample from "../../widget/pages/sample.json";
import { Spread } from "./Spread";

/** Two charts whose date can be set, and which can change places and be removed. */
export function App() {
  const [names, setNames] = useState(["one", "two"]);
  const [view, setView] = useState({ date: "2020-06-01" });
  const [open, setOpen] = useState(true);
  return (
    <>
      <button id="later" onClick={() => setView({ date: "2020-09-01" })}>
        Later
      </button>
      <button id="turn" onClick={() => setNames(names.toReversed())}>
        Turn
      </button>
      <button id="toggle" onClick={() => setOpen(!open)}>
        Toggle
      </button>
      {open && names.map((name) => <Spread key={name} data={sample} view={view} />)}
    </>
  );
}

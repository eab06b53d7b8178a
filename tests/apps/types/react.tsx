/** What an app with React can write, and what TypeScript must refuse. */

import { useRef } from "react";
import type { BanSpreadElement } from "banspread";
import "banspread";

export function Chart() {
  const chart = useRef<BanSpreadElement>(null);
  return (
    <>
      <ban-spread
        key="one"
        id="one"
        className="wide"
        style={{ margin: 0 }}
        ref={chart}
        src="events.csv"
        theme="dark"
        lang="de"
        loading="eager"
        data={null}
        step={0}
        onban-spread-error={({ detail }) => console.log(detail.message)}
      >
        <p>A fallback.</p>
      </ban-spread>
      <button onClick={() => chart.current?.next()}>Next</button>
      {/* @ts-expect-error: there is no such theme */}
      <ban-spread theme="blue" />
      {/* @ts-expect-error: there is no such detail */}
      <ban-spread onban-spread-select={({ detail }) => detail.country} />
    </>
  );
}

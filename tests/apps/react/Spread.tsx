import { useState } from "react";
import type { BanSpreadState } from "banspread";
import "banspread";

export function Spread({ data, view }: { data?: object; view?: Partial<BanSpreadState> }) {
  const [date, setDate] = useState("");
  return (
    <figure>
      <ban-spread data={data} state={view} onban-spread-change={({ detail }) => setDate(detail.date)}>
        <p>A picture for readers without scripts.</p>
      </ban-spread>
      <figcaption>{date}</figcaption>
    </figure>
  );
}

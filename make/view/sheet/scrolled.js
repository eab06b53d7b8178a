/** How far a box is scrolled, and how wide it is. */

import { useEffect, useState } from "preact/hooks";

/** The width before the first measurement, in CSS pixels. */
const WIDTH = 600;

/** @param {{current: HTMLElement|null}} box */
export function useScrolled(box) {
  const [scrolled, setScrolled] = useState({ top: 0, left: 0, width: WIDTH });
  const measure = () => {
    const { scrollTop = 0, scrollLeft = 0, clientWidth = WIDTH } = box.current ?? {};
    // From right to left browsers count below 0.
    setScrolled({ top: scrollTop, left: Math.abs(scrollLeft), width: clientWidth });
  };
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { ...scrolled, onScroll: measure };
}

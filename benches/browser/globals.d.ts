/** What `page.js` offers to the runner. */
interface Bench {
  modules(): number;
  take(address: string): Promise<void>;
  begin(contender: string, factor: number): Promise<{ ms: number; grip?: { x: number; y: number } }>;
  drag(shares: number[]): Promise<number>;
  scrub(shares: number[], perFrame: number): Promise<void>;
  sample(share: number, places: [number, number, number][]): Promise<number[][]>;
}

interface Window {
  bench: Bench;
}

/** One figure beside another, ready to be read. What is not known, or not compared, is left out. */
export type Row = {
  what: string;
  ours: string;
  /** What it is beside, and its figure. */
  theirs?: string | undefined;
  /** Ours as so many times theirs. */
  ratio?: number | undefined;
  reach?: string | undefined;
};

/** Measures, and leaves nothing behind. */
export type Bench = () => Promise<Row[]>;

/** The first two lines of the table. */
export const head = ["| Ratio | What | Ours | Against | Reach |", "|---:|---|---:|---|---|"];

/** One line of the table. */
export const line = ({ what, ours, theirs, ratio, reach }: Row) =>
  `| ${[ratio === undefined ? "" : `${digits(ratio)} ×`, what, ours, theirs ?? "", reach ?? ""].join(" | ")} |`;

/** A number with its unit: three digits that matter, no more. */
export const figure = (value: number | undefined, unit = "") =>
  value === undefined || Number.isNaN(value) ? "–" : `${digits(value)} ${unit}`.trim();

/** `ours` as so many times `theirs`, where both are known. */
export const times = (ours: number | undefined, theirs: number | undefined) =>
  ours === undefined || !theirs ? undefined : ours / theirs;

function digits(value: number): string {
  if (value === 0 || Math.abs(value) >= 100) return value.toFixed(0);
  return value.toPrecision(Math.abs(value) < 1 ? 2 : 3);
}

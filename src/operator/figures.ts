const MEGABYTE = 2 ** 20;
const GIGABYTE = 2 ** 30;

/** A number of bytes as people read it. */
export const sizeOf = (bytes: number): string =>
  bytes < GIGABYTE ? `${Math.round(bytes / MEGABYTE)} MB` : `${(bytes / GIGABYTE).toFixed(1)} GB`;

const UNITS = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1_000, "s"],
] as const;

/** A time span in milliseconds, in its largest whole unit. */
export function spanOf(ms: number): string {
  const [size, unit] = UNITS.find(([least]) => ms >= least) ?? [1_000, "s"];
  return `${Math.floor(Math.max(0, ms) / size)} ${unit}`;
}

/** How many there are of something, in English. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Who is at an address, without its user, password, path and query. */
export const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).host : "an unreadable address";

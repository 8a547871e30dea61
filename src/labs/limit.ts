/** The most ideas of one person in a day that a lab may allow, unless it allows as many as there are. */
const MOST = 200;
const NO_LIMIT = ["tanpa", "none", "no", "0"];

/** The limits that buttons offer; 0 is none. */
export const limits = [5, 10, 20, 50, 0];

/** A daily limit as people type it: a number, or that there is none, which is 0. */
export function limitIn(word: string): number | undefined {
  if (NO_LIMIT.includes(word)) return 0;
  return /^\d{1,3}$/.test(word) && Number(word) <= MOST ? Number(word) : undefined;
}

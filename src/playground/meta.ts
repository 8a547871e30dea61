import type { Ground } from "./ground.ts";

/** A remembered word, or nothing. */
export const meta = (g: Ground, key: string) =>
  g.one<{ value: string }>("SELECT value FROM meta WHERE key = ?", key)?.value;

export function setMeta(g: Ground, key: string, value: string) {
  g.run(
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    value,
  );
}

/** The next number of a remembered row of numbers, the first being `first`. */
export function nextNumber(g: Ground, key: string, first = 1) {
  const next = Number(meta(g, key) ?? first - 1) + 1;
  setMeta(g, key, String(next));
  return next;
}

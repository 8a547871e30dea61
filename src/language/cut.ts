/** The text, or its start up to a word's end with "…" when it is longer than `most` characters. */
export function cut(text: string, most = 200): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  const letters = [...plain];
  if (letters.length <= most) return plain;
  const start = letters.slice(0, most).join("");
  const whole = start.replace(/\s+\S*$/u, "").replace(/[\s,;:–—-]+$/u, "");
  return `${whole || [...start].slice(0, -1).join("")}…`;
}

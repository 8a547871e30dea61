const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** One character of HTML, decoded; what is no known reference stays as it is written. */
export function decodedAt(source: string, at: number): { character: string; next: number } {
  const match =
    source[at] === "&"
      ? /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));?/i.exec(source.slice(at, at + 12))
      : null;
  const character = match && decoded(match);
  if (!match || !character) return { character: source[at] ?? "", next: at + 1 };
  return { character, next: at + match[0].length };
}

function decoded([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (name) return named[name];
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

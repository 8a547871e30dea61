const names = new Map<string, string>();

/** The name of a prepared statement: the same for the same text, so that a connection plans it once. */
export function statementName(text: string): string {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
}

/** For JSON.stringify: PostgreSQL keeps no NUL and no half of a character, and would refuse the whole for one. */
export const storable = (_: string, value: unknown) =>
  typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;

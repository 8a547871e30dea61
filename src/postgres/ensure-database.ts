import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PostgresError } from "./postgres-error.ts";

const EXISTS = ["42P04", "23505"];
const TEMPLATE_IN_USE = "55006";

/**
 * Creates the database that `url` names, as a copy of `template` when one is given, unless it exists.
 * Several processes may do so at once.
 */
export async function ensureDatabase(url: string, template = "template1"): Promise<void> {
  const name = databaseOf(url);
  await withClient(databaseUrl(url, "postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;

    for (let left = 50; ; left--) {
      try {
        await client.query(`CREATE DATABASE ${quote(name)} TEMPLATE ${quote(template)}`);
        return;
      } catch (error) {
        const code = (error as { code?: string }).code ?? "";
        if (EXISTS.includes(code)) return;
        if (code !== TEMPLATE_IN_USE || left === 0) throw error;
        await sleep(50);
      }
    }
  });
}

/** Removes the database that `url` names, also from under those who are connected to it. */
export function dropDatabase(url: string): Promise<void> {
  return withClient(databaseUrl(url, "postgres"), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${quote(databaseOf(url))} WITH (FORCE)`);
  });
}

/** The address of another database on the same server. */
export function databaseUrl(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${encodeURIComponent(database)}` }).href;
}

/** Runs `work` on a connection of its own, in UTC. Throws PostgresError when the database cannot be reached. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  client.on("error", () => {}); // What breaks the connection is thrown by the query that it breaks.
  await client.connect().catch((error) => {
    throw unreachable(error);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A refused connection to a name with several addresses carries its reasons inside. */
function unreachable(error: Error & { errors?: Error[] }): PostgresError {
  const why = error.message || error.errors?.[0]?.message || "no answer";

  return new PostgresError(`The database cannot be reached (${why}): start it, or correct DATABASE_URL.`);
}

const databaseOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));
const quote = (name: string) => pg.escapeIdentifier(name);

import type { Logger } from "pino";
import { applyMigrations } from "./apply-migrations.ts";
import { databaseUrl, ensureDatabase } from "./ensure-database.ts";
import { startPostgres } from "./start-postgres.ts";

export type Database = { url: string; stop(): Promise<void> };

type Where = { url: string | undefined; dataDir: string };

/**
 * The database with its newest schema: the given one, or an embedded server's in `dataDir`.
 * The playground has one of its own beside the bot's, so that neither ever sees the other's ideas.
 * @throws PostgresError with one line that says what to change
 */
export async function openDatabase(
  { url, dataDir }: Where,
  { playground, log }: { playground: boolean; log: Logger },
): Promise<Database> {
  const server = url === undefined ? await startPostgres({ dataDir, log }) : undefined;
  const bots = server ? server.url("lumbung") : (url ?? "");
  const ours = ourDatabase(bots, playground);
  if (server || playground) await ensureDatabase(ours);
  const applied = await applyMigrations(ours);
  if (applied.length > 0) log.info({ applied }, "database schema brought up to date");
  return { url: ours, stop: async () => server?.stop() };
}

/** The address of the bot's database, or of the playground's, which lies beside it. */
export function ourDatabase(bots: string, playground: boolean): string {
  const { pathname } = new URL(bots.replace(/^postgres(ql)?:/, "http:"));
  const name = decodeURIComponent(pathname.slice(1)) || "lumbung";
  return playground ? databaseUrl(bots, `${name}_playground`) : bots;
}

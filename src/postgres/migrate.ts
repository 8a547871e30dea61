import { withClient } from "./ensure-database.ts";
import { readMigrations } from "./migrations.ts";
import { openEngine } from "./schema-engine.ts";

/** What this program is told when it is started by applyMigrations, and what it answers. */
export type Task = { url: string; dir: string };
export type Verdict = { applied: string[] } | { failed: string };

/** The advisory lock of whoever migrates; any number that nobody else takes. */
const LOCK = 7_000_000_001;

/** What is unfinished while nobody migrates was rolled back, since a migration and its mark are committed together. */
const FORGET_UNFINISHED = `DO $$ BEGIN IF to_regclass('_prisma_migrations') IS NOT NULL THEN
  UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
END IF; END $$`;

/** Applies what is missing, while everybody else waits; returns the names. */
function migrate({ url, dir }: Task): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(FORGET_UNFINISHED);
    const engine = await openEngine(url);
    try {
      return await engine.apply(readMigrations(dir));
    } finally {
      await engine.close();
    }
  });
}

/** The engine leaves a timer of 10 s behind, which nobody shall wait for. */
const answer = (verdict: Verdict) => process.send?.(verdict, () => process.exit());

if (import.meta.main)
  process.once("message", (task: Task) =>
    migrate(task).then(
      (applied) => answer({ applied }),
      (error: Error) => answer({ failed: error.message }),
    ),
  );

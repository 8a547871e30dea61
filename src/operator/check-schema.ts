import type { Store } from "../db.ts";
import { MIGRATIONS, type Migration, readMigrations } from "../postgres/migrations.ts";
import { count } from "./figures.ts";
import { doubtful, type Finding, fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** Whether the database has the schema that this program was written for. Silent when there is no database. */
export const checkSchema: Check = async ({ store }) => {
  const db = await store.catch(() => undefined);
  return db ? [judge(readMigrations(MIGRATIONS), await appliedIn(db))] : [];
};

type Applied = { name: string; checksum: string };

async function appliedIn(db: Store): Promise<Applied[]> {
  const [{ there } = { there: false }] = await db.$queryRaw<{ there: boolean }[]>`
    select to_regclass('_prisma_migrations') is not null as there`;
  if (!there) return [];
  return db.$queryRaw`
    select migration_name as name, checksum from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`;
}

function judge(ours: Migration[], applied: Applied[]): Finding {
  const there = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  const waiting = ours.filter(({ name }) => !there.has(name));
  const changed = ours.find(({ name, checksum }) => there.has(name) && there.get(name) !== checksum);
  const foreign = applied.find(({ name }) => ours.every((migration) => migration.name !== name));

  if (changed)
    return wrong(
      `migration ${changed.name} was changed after it was applied`,
      "take the program's files as they were published",
    );
  if (foreign)
    return wrong(`it is newer than this program: it has the migration ${foreign.name}`, "update the program");
  if (waiting.length > 0)
    return doubtful(
      `${count(waiting.length, "migration")} not applied yet`,
      "start the bot, which applies what is missing",
    );
  return fine(`up to date, ${count(ours.length, "migration")}`);
}

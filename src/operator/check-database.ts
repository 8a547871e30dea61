import type { Store } from "../db.ts";
import { explainStore } from "./explain-store.ts";
import { sizeOf } from "./figures.ts";
import { doubtful, type Finding, fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** The oldest PostgreSQL that has what the bot asks for, as PostgreSQL counts. */
const OLDEST = 140_000;

type Facts = { number: number; version: string; zone: string; name: string; size: bigint; readonly: boolean };

/** Whether the database is there, new enough, to be written to, and in UTC. */
export const checkDatabase: Check = async ({ config, store }) => {
  try {
    const db = await store;
    if (db) return judge(await factsOf(db));
    const where = config.database.url ? "beside the given one" : `in ${config.database.dataDir}`;
    return [fine(`none yet: the first start makes it ${where}`)];
  } catch (error) {
    return [explainStore(error, config.database)];
  }
};

async function factsOf(db: Store): Promise<Facts> {
  const [facts] = await db.$queryRaw<Facts[]>`
    select current_setting('server_version_num')::int as number, split_part(version(), ' ', 2) as version,
      current_setting('TimeZone') as zone, current_database()::text as name,
      pg_database_size(current_database()) as size,
      current_setting('transaction_read_only') = 'on' as readonly`;
  return facts as Facts;
}

function judge({ number, version, zone, name, size, readonly }: Facts): Finding[] {
  const findings = [
    number < OLDEST
      ? wrong(`PostgreSQL ${version} is too old`, "use PostgreSQL 14 or newer")
      : fine(`PostgreSQL ${version}, database "${name}", ${sizeOf(Number(size))}`),
  ];
  if (readonly)
    findings.push(
      wrong(
        "it can only be read",
        "give the address of the primary server, or unset default_transaction_read_only",
      ),
    );
  if (zone !== "UTC")
    findings.push(
      doubtful(
        `its sessions are in ${zone}, not in UTC`,
        "take TimeZone out of DATABASE_URL; a pooler between must let it be set",
      ),
    );
  return findings;
}

import type { Store } from "../db.ts";
import { count } from "./figures.ts";
import { hasTables } from "./find-tables.ts";
import { doubtful, fine } from "./finding.ts";
import type { Check } from "./installation.ts";

/** So many are listed, the oldest first. */
const MOST = 20;

type Kept = {
  id: bigint;
  receivedAt: Date;
  error: string;
  chat: string | null;
  kind: string | null;
  all: number;
};

/** The updates that failed for good, without anybody's words. Silent without a database of ours. */
export const listPoison: Check = async ({ config, store }) => {
  const db = await store.catch(() => undefined);
  if (!db || !(await hasTables(db))) return [];
  const kept = await keptIn(db);
  const all = kept[0]?.all ?? 0;
  if (all === 0) return [fine("none")];
  const lines = kept.map((update) => lineOf(update, config.defaults.zone));
  const rest = all > kept.length ? [`… and ${all - kept.length} more`] : [];
  return [
    {
      ...doubtful(
        `${count(all, "update")} could not be worked off`,
        "mend the cause (the log tells it under the same number), then: npm run replay -- ID, or all",
      ),
      more: [...lines, ...rest],
    },
  ];
};

const keptIn = (db: Store): Promise<Kept[]> => db.$queryRaw`
  select u.id, u."receivedAt", u.error, count(*) over ()::int as all, body.key as kind,
    coalesce(body.value #>> '{chat,type}', body.value #>> '{message,chat,type}') as chat
  from "Update" u left join lateral (
    select key, value from jsonb_each(u.payload) where key <> 'update_id' limit 1) body on true
  where u."doneAt" is not null and u.error is not null
  order by u.id limit ${MOST}`;

function lineOf({ id, receivedAt, error, chat, kind }: Kept, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(receivedAt.getTime()).toZonedDateTimeISO(zone);
  const when = at.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
  // Only an error's name is told: what follows a name may hold people's words.
  const [reason = "unknown"] = /^\w+/.exec(error) ?? [];
  return [id, `${when} ${zone}`, chat ?? "no chat", kind ?? "unknown kind", reason].join(" · ");
}

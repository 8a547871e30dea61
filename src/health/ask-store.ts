import type { App } from "../app.ts";
import type { Store } from "../db.ts";
import { SLOW } from "../telegram/flood.ts";
import { patient } from "./patient.ts";

/** How long whoever asks waits for an answer of the store, in milliseconds. */
const PATIENCE = { answer: 1_000, count: 700 };

/** Whether updates are worked off and messages delivered, by any process. Ages are seconds. */
export type Moving = {
  /** Since when nobody has the right to deliver; below 0 somebody has it. */
  leaderless: number | null;
  /** The oldest update that waits, but for what one person's flood makes wait on purpose. */
  oldest: Date | null;
  /** When an update was last worked off. */
  lastDone: Date | null;
};

/** What lies in the store and is still to be done, or went wrong. */
export type Figures = {
  updates: number;
  slowUpdates: number;
  oldestUpdate: Date | null;
  due: number;
  later: number;
  parked: number;
  sending: number;
  uncertain: number;
  failed: number;
  oldestDue: Date | null;
  staleCards: number;
  oldestStale: Date | null;
  delivered: boolean;
};

export type Questions = ReturnType<typeof questionsFor>;

/** All that health asks of the store. Each answer is `undefined` where there is none in time. */
export const questionsFor = ({ db, clock }: Pick<App, "db" | "clock">) => ({
  /** How long the store takes to answer, in milliseconds. */
  ping: patient(() => pingOf(db), PATIENCE.answer),
  moving: patient(() => movingIn(db), PATIENCE.answer),
  figures: patient(() => figuresIn(db, clock.now()), PATIENCE.count),
  /** How many updates failed for good and are kept. Apart from the rest, since it looks through them all. */
  poison: patient(() => poisonIn(db), PATIENCE.count),
});

async function pingOf(db: Store): Promise<number> {
  const from = performance.now();
  await db.$queryRaw`select 1 as one`;
  return performance.now() - from;
}

async function movingIn(db: Store): Promise<Moving> {
  const [row] = await db.$queryRaw<Moving[]>`
    select (select extract(epoch from now() - until)::float8 from "Lease" where name = 'deliver') as leaderless,
      (select min("receivedAt") from "Update" where "doneAt" is null and lane < ${SLOW}) as oldest,
      (select max("doneAt") from "Update") as "lastDone"`;
  return row as Moving;
}

async function poisonIn(db: Store): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from "Update" where error is not null and "doneAt" is not null`;
  return row?.n ?? 0;
}

/** What is queued for a group that the bot left is parked: it waits for its return. */
async function figuresIn(db: Store, now: Date): Promise<Figures> {
  const [row] = await db.$queryRaw<Figures[]>`
    select * from (
      select count(*) filter (where lane < ${SLOW})::int as updates,
        count(*) filter (where lane >= ${SLOW})::int as "slowUpdates",
        min("receivedAt") filter (where lane < ${SLOW}) as "oldestUpdate"
      from "Update" where "doneAt" is null
    ) u, (
      select count(*) filter (where place = 'due')::int as due, count(*) filter (where place = 'later')::int as later,
        count(*) filter (where place = 'parked')::int as parked,
        count(*) filter (where place = 'sending')::int as sending,
        count(*) filter (where place = 'uncertain')::int as uncertain,
        count(*) filter (where place = 'failed')::int as failed,
        min("dueAt") filter (where place = 'due') as "oldestDue"
      from (
        select o."dueAt", case when o.state <> 'queued' then o.state when c."leftAt" is not null then 'parked'
          when o."dueAt" <= ${now} then 'due' else 'later' end as place
        from "Outbox" o join "Chat" c on c.id = o."chatId"
        where o.state in ('queued', 'sending', 'uncertain', 'failed')
      ) places
    ) o, (
      select count(*)::int as "staleCards", min(p."staleAt") as "oldestStale"
      from "Post" p join "Chat" c on c.id = p."chatId"
      where p."staleAt" is not null and p."messageId" is not null and p.view is not null and c."leftAt" is null
    ) p, (select exists (select 1 from "Lease" where name = 'deliver' and until > now()) as delivered) l`;
  return row as Figures;
}

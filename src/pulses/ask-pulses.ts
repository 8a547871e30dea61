import type { App } from "../app.ts";
import { type Db, Prisma } from "../db.ts";
import { each } from "../each.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { once } from "../once.ts";
import { type Saying, tell } from "../sayings.ts";
import { PULSES } from "./pulse.ts";

const AT_ONCE = 200;
const DAY = 86_400_000;
/** How long a question waits for its answer before it is asked again, once. */
const PATIENCE = 7 * DAY;

type Due = { ideaId: number; days: number; launchedAt: Date };

/**
 * Asks whether ideas still live, 30, 90, 180 and 365 days after their launch, in the lab's morning; once more a week
 * later, and then no more. Of an idea whose launch was noted late only the newest question is asked.
 */
export async function askPulses(app: App): Promise<void> {
  const now = app.clock.now();
  await each(app, await findDue(app.db, now), (due) =>
    once(app, { key: keyOf(due) }, (db, at) => ask(db, due, at)),
  );
  const waiting = await app.db.pulse.findMany({
    where: { remindAt: { lte: now }, answeredAt: null },
    ...{ orderBy: { id: "asc" }, take: AT_ONCE, select: { id: true } },
  });
  await each(app, waiting, ({ id }) =>
    once(app, { key: `pulse-again:${id}` }, (db, at) => askAgain(db, id, at)),
  );
}

/** Once for each day of launch that was told: one that becomes another is asked about anew. */
const keyOf = ({ ideaId, days, launchedAt }: Due) => `pulse:${ideaId}:${days}:${launchedAt.toISOString()}`;

/** A launch is kept as the start of its day in the lab's zone; nine hours later is a good time to ask. */
const findDue = (db: Pick<Db, "$queryRaw">, now: Date) => db.$queryRaw<Due[]>`
  select i.id as "ideaId", max(d.days)::int as days, i."launchedAt"
  from "Idea" i cross join unnest(${[...PULSES]}::int[]) as d(days)
  where i.state = 'posted' and i."launchedAt" <= ${new Date(now.getTime() - PULSES[0] * DAY)}
    and i."launchedAt" + d.days * interval '1 day' + interval '9 hours' <= ${now}
    and not exists (select from "Pulse" p where p."ideaId" = i.id and p.days >= d.days)
    and coalesce((select p.state from "Pulse" p where p."ideaId" = i.id and p."answeredAt" is not null
      order by p.days desc limit 1), '') <> 'stopped'
    and (${asked}) is not null
  group by i.id order by i.id limit ${AT_ONCE}`;

/** Whom to ask: whoever looks after the idea, else its author, else a facilitator; who can be written to. */
const asked = Prisma.sql`
  select p.id from (
    select i."keeperId" as id, 1 as rank union all select i."authorId", 2 union all
    select m."personId", 3 from "Membership" m where m."labId" = i."labId" and 'facilitator' = any(m.roles)
  ) c join "Person" p on p.id = c.id where p.private = 'open' order by c.rank, c.id limit 1`;

async function ask(db: Db, { ideaId, days }: Due, now: Date) {
  const remindAt = new Date(now.getTime() + PATIENCE);
  const { id } = await db.pulse.create({ data: { ideaId, days, askedAt: now, remindAt } });
  return questionOf(db, id, []);
}

async function askAgain(db: Db, id: number, now: Date) {
  const due = { id, answeredAt: null, remindAt: { lte: now } };
  const { count } = await db.pulse.updateMany({ where: due, data: { remindAt: null } });
  return count > 0 ? questionOf(db, id, [{}]) : { origin: {}, sayings: [] };
}

async function questionOf(db: Db, id: number, again: Record<string, never>[]) {
  const { idea, days } = await db.pulse.findUniqueOrThrow({
    where: { id },
    include: { idea: { include: { lab: true } } },
  });
  const { lab } = idea;
  const [whom] = await db.$queryRaw<{ id: number | null }[]>`
    select (${asked}) as id from "Idea" i where i.id = ${idea.id} and i.state = 'posted' and i."launchedAt" is not null`;
  if (!whom?.id) return { origin: {}, sayings: [] };
  const args = { pulse: id, code: codeOf(lab, idea), title: titleOf(idea.text).title, days, again };
  const about = { about: { about: "idea", id: idea.id } } as const;
  const sayings: Saying[] = [tell({ personId: whom.id }, "pulse.ask", args, about)];
  return { origin: { lab }, sayings };
}

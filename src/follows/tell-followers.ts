import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { each } from "../each.ts";
import type { Follow } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { once } from "../once.ts";
import { afterQuiet } from "../outbox/quiet.ts";
import { tell } from "../sayings.ts";
import { type News, REST } from "./follow.ts";
import { readNews } from "./read-news.ts";

const AT_ONCE = 200;
/** So much of what happened is told in one notice; the rest is counted. */
const MOST = 5;

/** News of an idea that is out of sight waits until it is back. */
const SEEN = ["posted", "joined"];

/** Tells followers what happened to their ideas: once an hour for each at the most, and not at night. */
export async function tellFollowers(app: App): Promise<void> {
  const due = await app.db.follow.findMany({
    where: { newsAt: { lte: app.clock.now() }, idea: { state: { in: SEEN } } },
    ...{ orderBy: { newsAt: "asc" }, take: AT_ONCE },
    select: { ideaId: true, personId: true, newsAt: true },
  });
  await each(app, due, ({ newsAt, ...who }) =>
    once(app, { key: `news:${who.ideaId}:${who.personId}:${newsAt?.toISOString()}` }, (db, now) =>
      tellNews(db, who, now),
    ),
  );
}

const nothing = { origin: {}, sayings: [] };

async function tellNews(db: Db, who: Pick<Follow, "ideaId" | "personId">, now: Date) {
  const [follow] = await db.$queryRaw<{ news: News[] }[]>`
    select news from "Follow" where "ideaId" = ${who.ideaId} and "personId" = ${who.personId}
      and "newsAt" <= ${now} for update`;
  const idea = await db.idea.findUnique({ where: { id: who.ideaId }, include: { lab: true } });
  if (!follow || !idea) return nothing;
  const where = { ideaId_personId: who };
  const later = SEEN.includes(idea.state) ? now : new Date(now.getTime() + REST);
  const awake = afterQuiet(later, idea.lab.zone);
  if (awake > now) {
    await db.follow.update({ where, data: { newsAt: awake } });
    return nothing;
  }
  const items = await readNews(db, follow.news);
  const told = items.length > 0 ? { toldAt: now } : {};
  await db.follow.update({ where, data: { news: [], newsAt: null, ...told } });
  if (items.length === 0) return nothing;
  const more = items.length > MOST ? [{ count: items.length - MOST }] : [];
  const args = { code: codeOf(idea.lab, idea), title: titleOf(idea.text).title, more };
  const about = { about: { about: "idea", id: idea.id } } as const;
  const saying = tell(
    { personId: who.personId },
    "follow.news",
    { ...args, items: items.slice(-MOST) },
    about,
  );
  return { origin: { lab: idea.lab }, sayings: [saying] };
}

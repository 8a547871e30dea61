import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { each } from "../each.ts";
import type { Challenge } from "../generated/prisma/client.ts";
import { once } from "../once.ts";
import type { Saying } from "../sayings.ts";
import { showBoard } from "./answer-challenge.ts";
import { isLong, leftUntil } from "./challenge.ts";
import { countAnswers, findChallenge } from "./draw-board.ts";
import { rankAnswers } from "./rank-answers.ts";
import { revealAnswers } from "./reveal-answers.ts";
import { harvestOf } from "./show-harvest.ts";

/** A board tells the minutes; where days are left, the hour. In milliseconds. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Reminds of challenges that end soon, ends those that are over, and keeps what the boards say of the time. */
export async function runChallenges(app: App, bot: { username: string }): Promise<void> {
  const now = app.clock.now();
  const running = { endedAt: null };
  const over = await app.db.challenge.findMany({ where: { ...running, endsAt: { lte: now } } });
  await each(app, over, (one) =>
    once(app, { key: `challenge:${one.id}:end:${one.endsAt.toISOString()}` }, (db) => end(db, bot, one)),
  );
  const soon = { ...running, nudgeAt: { lte: now }, endsAt: { gt: now } };
  const due = await app.db.challenge.findMany({ where: soon });
  await each(app, due, (one) =>
    once(app, { key: `challenge:${one.id}:nudge:${one.nudgeAt?.toISOString()}` }, (db, at) =>
      nudge(db, one, at),
    ),
  );
  await tick(app);
}

async function end(db: Db, bot: { username: string }, challenge: Challenge) {
  const { id, chatId, topicId, endsAt } = challenge;
  const { count } = await db.challenge.updateMany({
    where: { id, endedAt: null, endsAt },
    data: { endedAt: endsAt },
  });
  if (count === 0) return { origin: {}, sayings: [] };
  await revealAnswers(db, id, endsAt);
  const ranking = isLong(challenge) ? await rankAnswers(db, bot, id) : undefined;
  const what = ranking ?? (await harvestOf(db, bot, { id, asked: 0 }));
  return {
    origin: await originOf(db, id),
    sayings: [showBoard(id), await reply(db, { id, chatId, topicId }, what)],
  };
}

async function nudge(db: Db, { id, chatId, topicId, endsAt, kind }: Challenge, now: Date) {
  const { count } = await db.challenge.updateMany({
    where: { id, endedAt: null, endsAt, nudgeAt: { not: null } },
    data: { nudgeAt: null },
  });
  if (count === 0) return { origin: {}, sayings: [] };
  const { ideas } = await countAnswers(db, id);
  const what = { key: "challenge.nudge", args: { kind, ideas, left: leftUntil(endsAt, now) } } as const;
  return { origin: await originOf(db, id), sayings: [await reply(db, { id, chatId, topicId }, what)] };
}

const originOf = async (db: Db, id: number) => {
  const found = await findChallenge(db, id);
  return found ? { lab: found.lab } : {};
};

type Where = Pick<Challenge, "id" | "chatId" | "topicId">;
type What = Extract<Saying, { do: "message" }>["what"];

/** Below the board. It was asked for at that hour, so quiet hours do not hold it. */
async function reply(db: Db, { id, chatId, topicId }: Where, what: What): Promise<Saying> {
  const board = await db.post.findFirst({ where: { about: "challenge", aboutId: id, view: "board" } });
  const where = { chatId, topicId: topicId ?? undefined, replyTo: board?.messageId ?? undefined };
  const about = { about: "challenge", id } as const;
  return { do: "message", address: { to: "chat", ...where }, what, about, urgent: true };
}

/** Boards whose time has gone on are drawn anew. Twice does no harm. */
async function tick({ db, clock }: App): Promise<void> {
  const now = clock.now();
  const [minute, hour] = [new Date(now.getTime() - MINUTE), new Date(now.getTime() - HOUR)];
  await db.$executeRaw`
    update "Post" p set "staleAt" = ${now}, version = p.version + 1 from "Challenge" c
    where c."endedAt" is null and p.about = 'challenge' and p."aboutId" = c.id and p.view = 'board'
      and p."staleAt" is null
      and p."drawnAt" <= case when c."endsAt" - ${now}::timestamptz < interval '2 hours' then ${minute}::timestamptz else ${hour}::timestamptz end`;
}

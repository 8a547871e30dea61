import { z } from "zod";
import type { Db } from "../db.ts";
import { itemsOf } from "../lists/item.ts";
import { RowId } from "../row-id.ts";
import { type Said, say, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { countAnswers, findChallenge, questionOf } from "./draw-board.ts";
import { twinsOf } from "./show-harvest.ts";
import { topAnswers } from "./top-answers.ts";

export const PictureHarvest = z.object({ challenge: RowId });

/** So many answers are named below the picture, and so many ideas and units have a bar in it. */
const NAMED = 5;
const BARS = 10;

/** `Gambar hasil`: the ranking of an ended session as a picture, once. */
export const pictureHarvest: UseCase<typeof PictureHarvest, LabScene> = async (scene, { challenge: id }) => {
  const { db, lab, bot } = scene;
  const found = await db.challenge.findFirst({ where: { id, labId: lab.id, endedAt: { not: null } } });
  if (!found) return [toast("person.oldButton", {})];
  const before = { key: "challenge.ranking", post: { about: "challenge", aboutId: id } };
  if ((await db.outbox.count({ where: before })) > 0) return [toast("challenge.pictured", {})];
  const { votes, units } = await barsOf(db, id);
  const ranking = await rankAnswers(db, bot, id);
  if (votes.length + units.length === 0 || !ranking) return [toast("challenge.noPicture", {}, true)];
  return [say(ranking.key, ranking.args, { about: { about: "challenge", id } })];
};

/** A challenge's answers by their votes; the same number of votes is the same rank. Nothing where there are none. */
export async function rankAnswers(
  db: Db,
  bot: { username: string },
  id: number,
): Promise<Said<"challenge.ranking"> | undefined> {
  const found = await findChallenge(db, id);
  if (!found) return undefined;
  const count = await countAnswers(db, id);
  if (count.ideas === 0) return undefined;
  const ideas = await itemsOf(db, bot, await topAnswers(db, id, { take: NAMED }));
  const top = ideas.map((idea) => ({ ...idea, rank: rankIn(ideas, idea) }));
  const rest = count.ideas - top.length;
  const more = rest > 0 ? [{ count: rest }] : [];
  const twins = await twinsOf(db, found.lab, id);
  return { key: "challenge.ranking", args: { id, ...questionOf(found), ...count, top, more, twins } };
}

type Voted = { votes: number };

/** From 1; 0 where nobody voted for it. */
const rankIn = (all: Voted[], { votes }: Voted) =>
  votes === 0 ? 0 : 1 + all.filter((other) => other.votes > votes).length;

/** What the picture's bars stand for: the ideas that have votes, and how many ideas came from which unit. */
export async function barsOf(db: Db, challengeId: number) {
  const ideas = await itemsOf(db, { username: "" }, await topAnswers(db, challengeId, { take: BARS }));
  const units = await db.$queryRaw<{ label: string; value: number }[]>`
    select u.name as label, count(*)::int as value from "Idea" i join "Unit" u on u.id = i."unitId"
    where i."challengeId" = ${challengeId} and i.state = 'posted' and not i.anonymous
    group by u.id order by value desc, u.name limit ${BARS}`;
  const votes = ideas
    .filter(({ votes: value }) => value > 0)
    .map(({ code, title, votes: value }) => ({ label: `${code} ${title}`, value }));
  return { votes, units };
}

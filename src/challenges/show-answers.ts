import { z } from "zod";
import { itemsOf } from "../lists/item.ts";
import { RowId } from "../row-id.ts";
import { aside, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findChallenge, questionOf } from "./draw-board.ts";

export const ShowAnswers = z.object({ challenge: RowId });
export const TurnAnswers = z.object({
  challenge: RowId,
  page: z.coerce.number().int().min(0).max(1_000_000),
});

/** So many answers, each with its vote, are one message. */
const PAGE = 6;

/** `Lihat & dukung`: a challenge's answers so far, newest first, each with a button that votes for it. */
export const showAnswers: UseCase<typeof ShowAnswers, LabScene> = async (scene, { challenge }) => {
  const shown = await answersOf(scene, { id: challenge, asked: 0 });
  return "refused" in shown ? [toast(shown.refused, {}, true)] : [aside("challenge.answers", shown)];
};

/** Another page of them, in the same message. */
export const turnAnswers: UseCase<typeof TurnAnswers, LabScene> = async (scene, { challenge, page }) => {
  const shown = await answersOf(scene, { id: challenge, asked: page });
  return "refused" in shown ? [toast(shown.refused, {}, true)] : [turn("challenge.answers", shown)];
};

async function answersOf(scene: LabScene, { id, asked }: { id: number; asked: number }) {
  const { db, lab } = scene;
  const found = await findChallenge(db, id);
  if (found?.labId !== lab.id) return { refused: "person.oldButton" } as const;
  if (found.hidden && !found.endedAt) return { refused: "challenge.secret" } as const;
  const where = { challengeId: id, state: "posted" };
  const total = await db.idea.count({ where });
  if (total === 0) return { refused: "challenge.noAnswers" } as const;
  const pages = Math.ceil(total / PAGE);
  const page = Math.min(asked, pages - 1);
  const some = await db.idea.findMany({
    ...{ where, orderBy: { number: "desc" as const }, skip: page * PAGE, take: PAGE, select: { id: true } },
  });
  const ids = some.map((idea) => idea.id);
  return { id, ...questionOf(found), total, page: page + 1, pages, items: await itemsFor(scene, ids) };
}

/** The answers, and which of them the person supports: a press takes that back. */
async function itemsFor({ db, bot, person }: LabScene, ids: number[]) {
  const votes = await db.vote.findMany({ where: { personId: person.id, ideaId: { in: ids } } });
  const mine = new Set(votes.map(({ ideaId }) => ideaId));
  const items = await itemsOf(db, bot, ids);
  return items.map((item) => ({ ...item, mine: mine.has(item.id) ? ("yes" as const) : ("no" as const) }));
}

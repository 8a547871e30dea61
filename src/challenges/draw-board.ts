import type { Db } from "../db.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import type { Said } from "../sayings.ts";
import { leftUntil, type Question } from "./challenge.ts";

/** A challenge with what is needed to speak of it. */
export const findChallenge = (db: Db, id: number) =>
  db.challenge.findUnique({ where: { id }, include: { lab: true, problem: true } });

type Found = NonNullable<Awaited<ReturnType<typeof findChallenge>>>;

export const questionOf = ({ lab, text, kind, problem }: Found): Question => ({
  ...{ lab: lab.name, kind },
  text: text ? [{ text }] : [],
  own: text || problem ? [] : [{ lab: lab.name, kind }],
  problem: problem ? [{ code: codeOf(lab, problem), title: titleOf(problem.text).title }] : [],
});

export type Counted = { ideas: number; people: number; units: { count: number }[] };

/** How many ideas it brought, and of how many people and units. */
export async function countAnswers(db: Db, id: number): Promise<Counted> {
  const [counted] = await db.$queryRaw<{ ideas: number; people: number; units: number }[]>`
    select count(*)::int as ideas, count(distinct "authorId")::int as people,
      count(distinct "unitId")::int as units from "Idea"
    where "challengeId" = ${id} and state = 'posted'`;
  const { ideas = 0, people = 0, units = 0 } = counted ?? {};
  return { ideas, people, units: units > 0 ? [{ count: units }] : [] };
}

/** What the board shows now. */
export async function drawBoard(db: Db, id: number, now: Date): Promise<Said<"challenge.board"> | undefined> {
  const found = await findChallenge(db, id);
  if (!found) return undefined;
  const left = found.endedAt ? [] : leftUntil(found.endsAt, now);
  const secret = found.hidden && !found.endedAt ? [{}] : [];
  const args = { id, ...questionOf(found), ...(await countAnswers(db, id)), left, secret };
  return { key: "challenge.board", args };
}

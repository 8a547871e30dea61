import type { Db } from "../db.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import type { Choice } from "./decision.ts";

/** The most of an idea's text and of an answer that a leader reads before deciding, in characters. */
const EXCERPT = 300;

/** An idea as a leader sees it before deciding. An anonymous author stays unnamed. */
export async function drawChoice(db: Db, id: number): Promise<Choice> {
  const idea = await db.idea.findUniqueOrThrow({
    where: { id },
    include: {
      ...{ lab: true, author: true },
      feedback: { where: { withdrawnAt: null }, include: { person: true }, orderBy: { id: "desc" }, take: 1 },
      _count: { select: { votes: true, feedback: { where: { withdrawnAt: null } } } },
    },
  });
  const { title, rest } = titleOf(idea.text);
  return {
    ...{ id, code: codeOf(idea.lab, idea), title },
    rest: rest ? [{ text: excerpt(rest) }] : [],
    author: idea.anonymous ? [] : [{ name: idea.author.name }],
    anonymous: idea.anonymous ? [{}] : [],
    votes: idea._count.votes,
    feedback: idea._count.feedback,
    answer: idea.feedback.map(({ person, text }) => ({ who: person.name, text: excerpt(text) })),
  };
}

const excerpt = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);

import { findAuthors, type Writer } from "../cards/find-authors.ts";
import type { Db } from "../db.ts";
import { standingFeedback } from "../digests/counted.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import type { Choice } from "./decision.ts";

/** The most of an idea's text and of an answer that a leader reads before deciding, in characters. */
const EXCERPT = 300;

/** An idea as a leader sees it before deciding. An anonymous author stays unnamed. */
export async function drawChoice(db: Db, id: number): Promise<Choice> {
  const choice = (await drawChoices(db, [id])).get(id);
  if (!choice) throw new Error(`there is no idea ${id}`);
  return choice;
}

/** Many of them at once, by their ids. */
export async function drawChoices(db: Db, ids: number[]): Promise<Map<number, Choice>> {
  const ideas = await db.$queryRaw<Idea[]>`
    select i.id, l.code as lab, i.number, i.text, case when not i.anonymous then p.name end as author,
      (select count(*)::int from "Vote" v where v."ideaId" = i.id) as votes,
      (select count(*)::int from ${standingFeedback} f where f."ideaId" = i.id) as feedback,
      answer.name as who, answer.text as answer
    from "Idea" i join "Lab" l on l.id = i."labId" join "Person" p on p.id = i."authorId"
    left join lateral (
      select a.name, f.text from ${standingFeedback} f join "Person" a on a.id = f."personId"
      where f."ideaId" = i.id order by f.id desc limit 1
    ) answer on true
    where i.id = any(${ids})`;
  const authors = await findAuthors(db, ideas);
  return new Map(ideas.map((idea) => [idea.id, choiceOf(idea, authors.get(idea.id) ?? [])]));
}

type Idea = Pick<Choice, "id" | "votes" | "feedback"> & {
  lab: string;
  number: number;
  text: string;
  author: string | null;
  who: string | null;
  answer: string | null;
};

function choiceOf(
  { id, lab, number, text, author, votes, feedback, who, answer }: Idea,
  writers: Writer[],
): Choice {
  const { title, rest } = titleOf(text);
  return {
    ...{ id, code: codeOf({ code: lab }, { number }), title },
    rest: rest ? [{ text: excerpt(rest) }] : [],
    author: writers,
    anonymous: author === null ? [{}] : [],
    ...{ votes, feedback },
    answer: who === null || answer === null ? [] : [{ who, text: excerpt(answer) }],
  };
}

const excerpt = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);

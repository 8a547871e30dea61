import { codeOf, type IdeaItem, titleOf } from "./idea.ts";

/** What a line of a list counts. */
export const counted = {
  _count: { select: { votes: true, feedback: { where: { withdrawnAt: null } } } },
} as const;

type Counted = { number: number; text: string; _count: { votes: number; feedback: number } };

/** An idea in one line of a list, with a link that opens it. */
export const itemOf = (lab: { code: string }, bot: { username: string }, idea: Counted): IdeaItem => ({
  code: codeOf(lab, idea),
  title: titleOf(idea.text).title,
  votes: idea._count.votes,
  feedback: idea._count.feedback,
  link: `https://t.me/${bot.username}?start=i_${codeOf(lab, idea)}`,
});

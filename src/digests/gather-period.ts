import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { type DigestItem, entering, type Period } from "./digest.ts";

/** So many ideas fit on one screen. */
const FRESH = 5;
const CHANGED = 3;

export type Span = { from: Date; to: Date; soFar?: boolean };

/** What happened in a lab in a span of time: the numbers, the new ideas, and those that changed most. */
export async function gatherPeriod(db: Db, lab: Lab, span: Span): Promise<Period> {
  const { from, to, soFar = false } = span;
  const when = (at: Date) => ({ at: at.toISOString(), zone: lab.zone, show: "day" }) as const;
  const posted = { labId: lab.id, state: "posted" };
  const fresh = { ...posted, ...entering(span) };
  const within = { gte: from, lt: to };

  const newest = await db.idea.findMany({
    where: fresh,
    include: INCLUDE,
    orderBy: [{ postedAt: "desc" }, { id: "desc" }],
  });
  const changed = await changedIdeas(db, lab, { span, not: newest.map(({ id }) => id) });
  const item = await itemsOf(db, lab, [...newest, ...changed]);
  const more = newest.length - FRESH;
  return {
    ...{ lab: lab.name, from: when(from), to: when(to), soFar: soFar ? [{}] : [] },
    ideas: newest.length,
    votes: await db.vote.count({ where: { idea: posted, votedAt: within } }),
    feedback: await db.feedback.count({ where: { idea: posted, givenAt: within, withdrawnAt: null } }),
    decisions: await db.decision.count({ where: { idea: posted, decidedAt: within, undoneAt: null } }),
    unanswered: await db.idea.count({ where: { ...posted, feedback: { none: { withdrawnAt: null } } } }),
    fresh:
      newest.length > 0
        ? [{ items: newest.slice(0, FRESH).map(item), more: more > 0 ? [{ count: more }] : [] }]
        : [],
    changed: changed.length > 0 ? [{ items: changed.map(item) }] : [],
  };
}

const INCLUDE = {
  author: true,
  _count: { select: { votes: true, feedback: { where: { withdrawnAt: null } } } },
} as const;

/** Older ideas that got the most votes, answers, comments and decisions in the span. */
async function changedIdeas(db: Db, lab: Lab, { span: { from, to }, not }: { span: Span; not: number[] }) {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select i.id from "Idea" i join (
      select "ideaId" from "Vote" where "votedAt" >= ${from} and "votedAt" < ${to}
      union all select "ideaId" from "Line" where "ideaId" is not null and "saidAt" >= ${from} and "saidAt" < ${to}
      union all select "ideaId" from "Decision" where "undoneAt" is null and "decidedAt" >= ${from} and "decidedAt" < ${to}
    ) moved on moved."ideaId" = i.id
    where i."labId" = ${lab.id} and i.state = 'posted' and i."postedAt" < ${from} and not i.id = any(${not})
    group by i.id order by count(*) desc, i.id desc limit ${CHANGED}`;
  const ids = rows.map(({ id }) => id);
  const ideas = await db.idea.findMany({ where: { id: { in: ids } }, include: INCLUDE });
  return ideas.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

type Listed = Awaited<ReturnType<typeof changedIdeas>>[number];

async function itemsOf(db: Db, lab: Lab, ideas: Listed[]): Promise<(idea: Listed) => DigestItem> {
  const posts = await db.post.findMany({
    where: {
      ...{
        about: "idea",
        view: "idea",
        aboutId: { in: ideas.map(({ id }) => id) },
        messageId: { not: null },
      },
      chat: { labId: lab.id, kind: "supergroup" },
    },
    orderBy: { id: "desc" },
  });
  const links = new Map(
    posts.map((post) => [post.aboutId, messageLink(post.rawChatId, post.messageId ?? 0)]),
  );
  return (idea) => {
    const code = codeOf(lab, idea);
    const link = links.get(idea.id);
    return {
      ...{ code, title: titleOf(idea.text).title, votes: idea._count.votes, feedback: idea._count.feedback },
      author: idea.anonymous ? [] : [{ name: idea.author.name }],
      card: link ? [{ link, code }] : [],
      bare: link ? [] : [{ code }],
    };
  };
}

/** Where a message of a supergroup stands; `rawChatId` is Telegram's, which begins with -100. */
export const messageLink = (rawChatId: bigint, messageId: number) =>
  `https://t.me/c/${String(rawChatId).replace(/^-100/, "")}/${messageId}`;

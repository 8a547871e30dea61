import type { Db } from "../db.ts";
import { isAhead } from "../stages/stage.ts";
import type { News, NewsItem } from "./follow.ts";

/** What happened, as it stands now, in its order: what was taken back meanwhile is nothing. */
export async function readNews(db: Db, news: News[]): Promise<NewsItem[]> {
  const ids = (kind: News["kind"]) => news.filter((one) => one.kind === kind).map(({ id }) => id);
  const who = { person: true } as const;
  const feedback = await db.feedback.findMany({
    where: { id: { in: ids("feedback") }, withdrawnAt: null },
    include: who,
  });
  const decisions = await db.decision.findMany({
    where: { id: { in: ids("decision") }, undoneAt: null },
    include: who,
  });
  const stages = await db.stageChange.findMany({ where: { id: { in: ids("stage") } } });
  return news.flatMap(({ kind, id }) => {
    const item = {
      feedback: feedback
        .filter((one) => kind === "feedback" && one.id === id)
        .map(({ person, role, text }) => ({ who: person.name, role, text })),
      decision: decisions
        .filter((one) => kind === "decision" && one.id === id)
        .map(({ person, kind: how, reason }) => ({
          ...{ who: person.name, kind: how },
          reason: reason ? [{ text: reason }] : [],
        })),
      stage: stages
        .filter((one) => kind === "stage" && one.id === id)
        .map((move) => ({ to: move.to, way: isAhead(move) ? ("on" as const) : ("back" as const) })),
    };
    return item.feedback.length + item.decision.length + item.stage.length > 0 ? [item] : [];
  });
}

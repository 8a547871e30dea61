import type { Db } from "../db.ts";
import { UNDO } from "../decisions/decision.ts";
import type { Said } from "../sayings.ts";
import { codeOf, type IdeaCard, titleOf } from "./idea.ts";

/** What an idea's card shows now. An anonymous idea tells nobody its author. */
export async function drawIdea(
  db: Db,
  id: number,
  now: Date,
): Promise<Said<"idea.card" | "idea.withdrawnCard"> | undefined> {
  const idea = await db.idea.findUnique({ where: { id }, include: shown(now) });
  if (!idea) return undefined;
  const code = codeOf(idea.lab, idea);
  if (idea.state === "withdrawn") return { key: "idea.withdrawnCard", args: { code } };

  const { title, rest } = titleOf(idea.text);
  const args: IdeaCard = {
    ...{ id, code, title, stage: idea.stage },
    rest: rest ? [{ text: rest }] : [],
    author: idea.anonymous ? [] : [{ name: idea.author.name }],
    anonymous: idea.anonymous ? [{}] : [],
    recorder: idea.recordedBy ? [{ name: idea.recordedBy.name }] : [],
    disownable: idea.recordedBy !== null,
    votes: idea._count.votes,
    feedback: idea._count.feedback,
    comments: idea._count.lines,
    decisions: idea.decisions.map(({ person, kind, reason }) => ({
      ...{ who: person.name, kind },
      reason: reason ? [{ text: reason }] : [],
    })),
    similar: await similarOf(db, idea),
  };
  return { key: "idea.card", args };
}

/** Decisions show once they can no longer be undone. */
const shown = (now: Date) =>
  ({
    lab: true,
    author: true,
    recordedBy: true,
    decisions: {
      where: { undoneAt: null, decidedAt: { lte: new Date(now.getTime() - UNDO) } },
      include: { person: true },
      orderBy: { id: "asc" },
    },
    _count: {
      select: {
        votes: true,
        feedback: { where: { withdrawnAt: null } },
        lines: { where: { feedback: null } },
      },
    },
  }) as const;

async function similarOf(db: Db, { similar, lab }: { similar: number[]; lab: { code: string } }) {
  if (similar.length === 0) return [];
  const found = await db.idea.findMany({ where: { id: { in: similar }, state: "posted" } });
  const codes = similar.flatMap((id) => found.filter((one) => one.id === id).map((one) => codeOf(lab, one)));
  return codes.length > 0 ? [{ codes: codes.join(", ") }] : [];
}

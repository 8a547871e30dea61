import { z } from "zod";
import type { Decision } from "../generated/prisma/client.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { kinds, needsWords, UNDO } from "./decision.ts";

export const MakeDecision = z.object({ idea: RowId, kind: z.enum(kinds) });

/** A leader's press. It can be undone for a while; only then the author hears of it (see `tell-decisions`). */
export const makeDecision: UseCase<typeof MakeDecision, LabScene> = async (scene, { idea: ideaId, kind }) => {
  const { db, lab, person, chat, message, now } = scene;
  await db.$executeRaw`select 1 from "Idea" where id = ${ideaId} for update`;
  const idea = await findIdea(db, lab, ideaId);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  const code = codeOf(lab, idea);
  const mine = { ideaId, personId: person.id };
  const last = await db.decision.findFirst({ where: { ...mine, undoneAt: null }, orderBy: { id: "desc" } });
  if (last?.kind === kind && stands(last, { now, messageId: message?.id }))
    return [toast("decision.already", { code })];

  await db.decision.updateMany({ where: { ...mine, toldAt: null, undoneAt: null }, data: { undoneAt: now } });
  await db.draft.updateMany({
    where: { personId: person.id, kind: "reason", doneAt: null },
    data: { doneAt: now },
  });
  const shown = { chatId: chat.id, messageId: message?.id ?? null };
  const { id } = await db.decision.create({ data: { ...mine, ...shown, kind, decidedAt: now } });
  return [
    turn("decision.made", { decision: id, id: ideaId, code, title: titleOf(idea.text).title, kind }),
    ...(needsWords(kind) ? await askReason(scene, { id, code, kind }) : []),
  ];
};

/** Pressed twice on one message, or decided so before: then nothing is new. */
const stands = (last: Decision, { now, messageId }: { now: Date; messageId: number | undefined }) =>
  last.messageId === messageId || now.getTime() - last.decidedAt.getTime() >= UNDO;

async function askReason(
  { db, person, chat, now }: LabScene,
  about: { id: number; code: string; kind: string },
) {
  const form = { personId: person.id, chatId: chat.id, kind: "reason", createdAt: now };
  const draft = await db.draft.create({ data: { ...form, state: { decision: about.id } } });
  const args = { code: about.code, kind: about.kind, draft: draft.id };
  return [say("decision.askReason", args, { about: { about: "draft", id: draft.id } })] satisfies Saying[];
}

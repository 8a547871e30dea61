import { z } from "zod";
import { answerElsewhere } from "../exchange/show-foreign.ts";
import type { Chat } from "../generated/prisma/client.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { react, type Saying, say, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { hoursIn, spans, startOfDay } from "./thread.ts";

export const AskSummary = z.object({ text: z.string() });

/** `/ringkas`: notes the wish; `write-summaries` grants it. Bare it asks how far back. */
export const askSummary: UseCase<typeof AskSummary, LabScene> = async (scene, { text }) => {
  if (text.trim() === "") return [say("summary.ask", {})];
  const hours = hoursIn(text);
  if (hours === undefined) return [say("summary.notUnderstood", { text: text.slice(0, 60) })];
  const from = hours === "today" ? startOfDay(scene.now, scene.lab.zone) : hoursAgo(scene.now, hours);
  return want(scene, { from, ideaId: null }, react("seen"));
};

export const ChooseSummary = z.object({ span: z.enum(spans) });

/** One of the buttons under a bare `/ringkas`. */
export const chooseSummary: UseCase<typeof ChooseSummary, LabScene> = (scene, { span }) => {
  const { now, lab } = scene;
  const from = span === "today" ? startOfDay(now, lab.zone) : hoursAgo(now, span === "days" ? 72 : 168);
  return want(scene, { from, ideaId: null }, turn("summary.coming", {}));
};

export const AskIdeaSummary = z.object({ idea: z.number().int(), text: z.string() });

/** `/ringkas` as a reply to a card, or with a code: that idea's thread, from its beginning. */
export const askIdeaSummary: UseCase<typeof AskIdeaSummary, LabScene> = async (scene, { idea: id, text }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (!idea) return (await answerElsewhere(scene, text)) ?? [say("idea.missing", {})];
  if (idea.state !== "posted") return [say("idea.missing", {})];
  return want(scene, { from: idea.createdAt, ideaId: id }, react("seen"));
};

const hoursAgo = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

async function want(
  scene: LabScene,
  what: { from: Date; ideaId: number | null },
  answer: Saying,
): Promise<Saying[]> {
  const { db, lab, chat, message, now } = scene;
  const about = chat.kind === "private" ? await firstGroup(scene) : chat;
  if (!about && !what.ideaId) return [say("summary.noGroup", { lab: lab.name })];
  await db.summary.create({
    data: {
      ...{ ...what, to: now, askedAt: now, labId: lab.id, answerChatId: chat.id },
      ...{ chatId: about?.id ?? chat.id, topicId: message?.topicId ?? null, replyTo: message?.id ?? null },
    },
  });
  return [answer];
}

/** The group that a summary asked for in private is about. */
const firstGroup = ({ db, lab }: LabScene): Promise<Chat | null> =>
  db.chat.findFirst({
    where: { labId: lab.id, kind: { not: "private" }, leftAt: null },
    orderBy: { id: "asc" },
  });

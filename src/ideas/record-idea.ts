import { z } from "zod";
import { card, react, say, tell } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { createIdea, IdeaText } from "./add-idea.ts";
import { codeOf, titleOf } from "./idea.ts";

/** The message that a command answers, as the trigger took it. */
export const Replied = z.object({
  messageId: z.number(),
  text: z.string(),
  ofBot: z.boolean(),
  writer: z.object({ telegramId: z.number(), name: z.string() }).optional(),
});

export const RecordIdea = z.object({ text: z.literal(""), reply: Replied });

/** Makes somebody's message an idea of its writer, "dicatat oleh" whoever did it. */
export const recordIdea: UseCase<typeof RecordIdea, LabScene> = async (scene, { reply }) => {
  const { db, lab, person, chat, message, now } = scene;
  if (reply.ofBot) return [say("idea.isCard", {})];
  if (!reply.writer) return [say("idea.noWriter", {})];
  const text = IdeaText.safeParse(reply.text.replace(/^\/\w+(@\w+)?\s*/, ""));
  if (!text.success) return [say("idea.noWords", {})];

  const source = { sourceChatId: chat.telegramId, sourceMessageId: reply.messageId };
  const already = await db.idea.findFirst({ where: source });
  if (already) return [say("idea.already", { code: codeOf(lab, already) })];

  const writer = await writerOf(scene, reply.writer);
  const recordedById = writer.id === person.id ? null : person.id;
  const posted = { state: "posted", createdAt: now, postedAt: now, ...source };
  const idea = await createIdea(db, lab, { authorId: writer.id, recordedById, text: text.data, ...posted });
  const told =
    recordedById === null
      ? []
      : [tell({ personId: writer.id }, "idea.recorded", recordedArgs(scene, { ...idea, text: text.data }))];
  const topicId = message?.topicId;
  return [
    react("noted"),
    card({ to: "chat", chatId: chat.id, topicId, replyTo: reply.messageId }, idea.id),
    ...told,
  ];
};

const recordedArgs = ({ lab, person }: LabScene, idea: { id: number; number: number; text: string }) => ({
  code: codeOf(lab, idea),
  recorder: person.name,
  title: titleOf(idea.text).title,
  id: idea.id,
});

/** The writer belongs to the lab: his or her message stands in its group. */
async function writerOf(
  { db, lab, now }: LabScene,
  { telegramId, name }: { telegramId: number; name: string },
) {
  const writer = await db.person.upsert({
    where: { telegramId: BigInt(telegramId) },
    create: { telegramId: BigInt(telegramId), name, currentLabId: lab.id, locale: lab.locale },
    update: {},
  });
  await db.membership.createMany({
    data: [{ personId: writer.id, labId: lab.id, roles: [], joinedAt: now }],
    skipDuplicates: true,
  });
  return writer;
}

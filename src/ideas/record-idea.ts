import { z } from "zod";
import { FilesGiven } from "../files/file.ts";
import { keepFiles } from "../files/keep-files.ts";
import { card, react, say, tell } from "../sayings.ts";
import { admitIdea, screenIdea } from "../screening/admit-idea.ts";
import { holdIdea } from "../screening/hold-idea.ts";
import { beginTalk } from "../talk/gather-talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { createIdea, IdeaText, sentAs } from "./add-idea.ts";
import { codeOf, titleOf } from "./idea.ts";
import { keepIdea } from "./keep-idea.ts";

/** The message that a command answers, as the trigger took it. */
const Replied = z.object({
  messageId: z.number(),
  text: z.string(),
  files: FilesGiven.default([]),
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
  if (!text.success)
    return [reply.files.length > 0 ? say("idea.fileNeedsWords", {}) : say("idea.noWords", {})];

  const source = { sourceChatId: chat.telegramId, sourceMessageId: reply.messageId };
  const already = await db.idea.findFirst({ where: source });
  if (already) return [say("idea.already", { code: codeOf(lab, already) })];

  const writer = await writerOf(scene, reply.writer);
  const recordedById = writer.id === person.id ? null : person.id;
  const fate = await (recordedById === null ? admitIdea(scene) : screenIdea(scene));
  const written = {
    createdAt: now,
    ...source,
    ...sentAs(fate, now),
    ...(recordedById ? { sentAt: null } : {}),
  };
  const idea = await createIdea(db, lab, { authorId: writer.id, recordedById, text: text.data, ...written });
  await keepFiles({ ...scene, person: writer }, reply.files, { ideaId: idea.id });
  const words = recordedById === null ? {} : { author: writer };
  if (fate !== "posted") return holdIdea(scene, { ...idea, text: text.data, ...words }, fate);
  const told =
    recordedById === null
      ? []
      : [
          tell(
            { personId: writer.id },
            "idea.recorded",
            recordedArgs(lab, person, { ...idea, text: text.data }),
          ),
        ];
  const topicId = message?.topicId;
  return [
    react("noted"),
    card({ to: "chat", chatId: chat.id, topicId, replyTo: reply.messageId }, idea.id),
    ...told,
  ];
};

/** In private a message that one answers is one's own, or passed on: it is kept as if it were written now. */
export const keepReplied: UseCase<typeof RecordIdea, LabScene> = async (scene, { reply }) => {
  if (reply.ofBot) return [say("idea.isCard", {})];
  const text = IdeaText.safeParse(reply.text.replace(/^\/\w+(@\w+)?\s*/, ""));
  const { files } = reply;
  if (text.success) return keepIdea(scene, { text: text.data, files });
  return files.length > 0
    ? beginTalk(scene, { text: "", files, forwarded: false })
    : [say("idea.noWords", {})];
};

type Recorded = { id: number; number: number; text: string };

/** What a message's writer reads once it is an idea: it can be owned, or disowned. */
export const recordedArgs = (lab: { code: string }, recorder: { name: string }, idea: Recorded) => ({
  code: codeOf(lab, idea),
  recorder: recorder.name,
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

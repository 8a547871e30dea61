import { z } from "zod";
import { say } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const AskIdea = z.object({ text: z.literal("") });

/** Bare `/ide`: asks for the idea. The question is a form, so that the answer is an idea without a command. */
export const askIdea: UseCase<typeof AskIdea, LabScene> = async ({ db, lab, person, chat, now }) => {
  const form = { personId: person.id, kind: "idea" };
  await db.draft.updateMany({ where: { ...form, chatId: chat.id, doneAt: null }, data: { doneAt: now } });
  const draft = await db.draft.create({ data: { ...form, chatId: chat.id, state: {}, createdAt: now } });
  const about = { about: { about: "draft", id: draft.id } } as const;
  if (chat.kind !== "private") return [say("idea.ask", {}, about)];
  return [say("idea.askPrivately", { draft: draft.id, lab: lab.name }, about)];
};

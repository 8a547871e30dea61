import { z } from "zod";
import type { Db } from "../db.ts";
import { type FileGiven, FilesGiven } from "../files/file.ts";
import { keepFiles } from "../files/keep-files.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { card, react, type Saying } from "../sayings.ts";
import { admitIdea, type Fate } from "../screening/admit-idea.ts";
import { holdIdea } from "../screening/hold-idea.ts";
import { EDITION, termsOf } from "../search/terms.ts";
import type { LabScene } from "../use-case.ts";

/** An idea's text: at least one letter or digit, of any script. */
export const IdeaText = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u)
  .max(4096);

/** An idea's words, and what came with them. */
export type Worded = { text: string; files?: FileGiven[] };

/** A new idea in a group: a sign on its message, and its card as a reply. */
export async function addIdea(scene: LabScene, { text, files = [] }: Worded): Promise<Saying[]> {
  const fate = await admitIdea(scene);
  const idea = await createIdea(scene.db, scene.lab, writtenHere(scene, text, fate));
  await keepFiles(scene, files, { ideaId: idea.id });
  if (fate !== "posted") return holdIdea(scene, { ...idea, text }, fate);
  return [react("noted"), card({ to: "here" }, idea.id)];
}

/** The files of the message that a command answers, unless that is one of the bot's. */
const Answered = z.object({ ofBot: z.boolean(), files: FilesGiven.default([]) });

/** An idea as a command brings it: with its own files, and those of the message that it answers. */
export const AddIdea = z
  .object({ text: IdeaText, files: FilesGiven.default([]), reply: Answered.optional() })
  .transform(({ text, files, reply }) => ({
    text,
    files: reply && !reply.ofBot ? [...files, ...reply.files] : files,
  }));

/** An idea as it was written in this group, by who wrote it. */
export function writtenHere({ person, chat, message, now }: LabScene, text: string, fate: Fate): NewIdea {
  const source = message ? { sourceChatId: chat.telegramId, sourceMessageId: message.id } : {};
  return { authorId: person.id, text, createdAt: now, ...source, ...sentAs(fate, now) };
}

/** An idea's state, by what became of it when it was sent. */
export const sentAs = (fate: Fate, now: Date) =>
  ({
    full: { state: "draft" },
    waiting: { state: "waiting", sentAt: now },
    posted: { state: "posted", sentAt: now, postedAt: now },
  })[fate];

type NewIdea = {
  authorId: number;
  text: string;
  state: string;
  createdAt: Date;
  postedAt?: Date;
  sentAt?: Date | null;
  anonymous?: boolean;
  recordedById?: number | null;
  sourceChatId?: bigint;
  sourceMessageId?: number;
  challengeId?: number;
};

/** Stores an idea with the lab's next number. */
export async function createIdea(db: Db, lab: Pick<Lab, "id">, idea: NewIdea) {
  const { anonymous = false, postedAt = null, recordedById = null, ...source } = idea;
  const { sourceChatId = null, sourceMessageId = null, challengeId = null, sentAt = null } = source;
  const [created] = await db.$queryRaw<{ id: number; number: number }[]>`
    with next as (
      update "Lab" set "ideaCount" = "ideaCount" + 1 where id = ${lab.id} returning id, "ideaCount" as number
    )
    insert into "Idea" ("labId", number, "authorId", anonymous, "recordedById", text, state, "createdAt", "postedAt",
      "sentAt", "sourceChatId", "sourceMessageId", "challengeId", "unitId", terms, "termsEdition")
    select id, number, ${idea.authorId}::int, ${anonymous}::bool, ${recordedById}::int, ${idea.text}, ${idea.state},
      ${idea.createdAt}::timestamptz, ${postedAt}::timestamptz, ${sentAt}::timestamptz, ${sourceChatId}::bigint,
      ${sourceMessageId}::int, ${challengeId}::int,
      (select m."unitId" from "Membership" m where m."labId" = ${lab.id} and m."personId" = ${idea.authorId}),
      ${termsOf(lab.id, idea.text)}::text[], ${EDITION}::int
    from next returning id, number`;
  if (!created) throw new Error("an idea needs a lab");
  return created;
}

import { z } from "zod";
import { isOwn, owns } from "../authors/own-idea.ts";
import { refuseReply } from "../exchange/show-foreign.ts";
import { attachFiles } from "../files/attach-files.ts";
import { FilesGiven } from "../files/file.ts";
import { noteNews } from "../follows/note-news.ts";
import { versionOf } from "../ideas/change-idea.ts";
import { findHolder } from "../ideas/find-idea.ts";
import { codeOf, isRemoved } from "../ideas/idea.ts";
import { react, say, show, whisper } from "../sayings.ts";
import { keepLine } from "../threads/keep-line.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { addComment } from "./add-comment.ts";
import { nextAtDesk } from "./show-desk.ts";
import { mentionOf, tellOwners } from "./tell-feedback.ts";

export const GiveFeedback = z.object({
  idea: z.number(),
  text: z.string().trim().min(1),
  files: FilesGiven.default([]),
});

/**
 * A mentor's or a leader's reply to a card. The author is told, the card counts it, the next idea comes to the desk.
 * One's own idea gets a comment, but for an anonymous one in the group: there the difference would tell the author.
 */
export const giveFeedback: UseCase<typeof GiveFeedback, LabScene> = async (
  scene,
  { idea: at, text, files },
) => {
  const { db, lab, person, chat, now, roles } = scene;
  const idea = await findHolder(db, lab, at);
  if (!idea) return refuseReply(scene, { idea: at, text });
  if (isRemoved(idea)) return [say("idea.missing", {})];
  const { id } = idea;
  const own = isOwn(person, idea);
  if (owns(scene, idea)) return addComment(scene, { idea: id, text, files });

  const role = roles.includes("mentor") ? "mentor" : "leader";
  const line = await keepLine(scene, { text, ideaId: id });
  await attachFiles(scene, idea, files);
  const version = await versionOf(scene, idea);
  const given = { ideaId: id, personId: person.id, role, text, version, givenAt: now, lineId: line.id };
  const { id: feedback } = await db.feedback.upsert({
    where: { lineId: line.id },
    create: given,
    update: { text },
  });

  const code = codeOf(lab, idea);
  await noteNews(db, { idea, news: { kind: "feedback", id: feedback }, by: person.id, now });
  const noted = { feedback, code };
  const here = chat.kind === "private" ? [say("feedback.noted", noted)] : [whisper("feedback.noted", noted)];
  return [
    react("noted"),
    show(id),
    ...(own ? [] : tellOwners(idea, person, { role, text, otherwise: await mentionOf(scene, idea) })),
    ...here,
    ...(chat.kind === "private" && role === "mentor"
      ? await nextAtDesk(scene, { quietWhenEmpty: true })
      : []),
  ];
};

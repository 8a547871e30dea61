import { owns } from "../authors/own-idea.ts";
import { addComment } from "../feedback/add-comment.ts";
import { toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea } from "./find-idea.ts";
import { codeOf, titleOf } from "./idea.ts";
import type { RatherIdea } from "./rather-idea.ts";

/** `Sampaikan tulisan saya`: the words of an idea that gave way to another one become a comment on that. */
export const contributeIdea: UseCase<typeof RatherIdea, LabScene> = async (
  scene,
  { idea: id, other: otherId },
) => {
  const { db, lab, message } = scene;
  const idea = await findIdea(db, lab, id);
  const other = await findIdea(db, lab, otherId);
  if (!idea || !message || other?.state !== "posted") return [toast("idea.missing", {}, true)];
  if (!owns(scene, idea)) return [toast("idea.ownOnly", {}, true)];
  if (idea.state !== "withdrawn" || idea.postedAt) return [toast("person.oldButton", {})];
  const args = { code: codeOf(lab, other), title: titleOf(other.text).title };
  const said = { rawChatId: message.rawChatId, messageId: message.id, ideaId: otherId };
  if ((await db.line.count({ where: said })) > 0) return [toast("person.oldButton", {})];
  const told = await addComment(scene, { idea: otherId, text: idea.text });
  return [turn("idea.contributed", args), ...told.filter((one) => one.do !== "react")];
};

import { z } from "zod";
import { findIdea } from "../ideas/find-idea.ts";
import { isRemoved } from "../ideas/idea.ts";
import { react, type Saying, say, show } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { type FileGiven, FilesGiven } from "./file.ts";
import { keepFiles } from "./keep-files.ts";

export const AddFiles = z.object({ idea: z.number(), files: FilesGiven.min(1) });

/** A file without words as a reply to a card: its author adds it to the idea. Others are asked for words. */
export const addFiles: UseCase<typeof AddFiles, LabScene> = async (scene, { idea: id, files }) => {
  const added = await addOwn(scene, id, files);
  return added.length > 0 ? [react("noted"), ...added] : [say("file.authorOnly", {})];
};

/**
 * Adds files to one's own idea. In a group an anonymous author is nobody's author: the card that counts a file more
 * would tell who it is.
 */
export async function addOwn(scene: LabScene, id: number, files: FileGiven[]): Promise<Saying[]> {
  const { db, lab, person, chat } = scene;
  const idea = files.length > 0 ? await findIdea(db, lab, id) : undefined;
  if (!idea || isRemoved(idea) || idea.authorId !== person.id) return [];
  if (idea.anonymous && chat.kind !== "private") return [];
  await keepFiles(scene, files, { ideaId: id });
  return [show(id)];
}

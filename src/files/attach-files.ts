import { isHiddenOwner } from "../authors/own-idea.ts";
import type { Told } from "../ideas/find-idea.ts";
import type { LabScene } from "../use-case.ts";
import type { FileGiven } from "./file.ts";
import { keepFiles, type Of } from "./keep-files.ts";

/** Keeps files that came with words about an idea: its author's are the idea's own, others' bear their name. */
export async function attachFiles(scene: LabScene, idea: Told, files: FileGiven[]): Promise<void> {
  if (files.length > 0) await keepFiles(scene, files, await belonging(scene, idea));
}

/**
 * What an anonymous author gives in the group bears a name, as the words there do: without one it would be known whose
 * the idea is. Given in private it bears none, and belongs to that author's idea, also where that was joined to this one.
 */
async function belonging({ db, person, chat }: LabScene, idea: Told): Promise<Of> {
  const isAuthor = idea.authorId === person.id;
  if (!isHiddenOwner(person, idea)) return { ideaId: idea.id, asComment: !isAuthor };
  if (chat.kind !== "private") return { ideaId: idea.id, asComment: true };
  const joins = { some: { intoId: idea.id, undoneAt: null } };
  const joined = { authorId: person.id, anonymous: true, state: "joined", joins };
  const own = isAuthor ? null : await db.idea.findFirst({ where: joined, select: { id: true } });
  return { ideaId: own?.id ?? idea.id, asComment: false };
}

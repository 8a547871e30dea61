import { z } from "zod";
import { type FileGiven, FilesGiven } from "../files/file.ts";
import type { Draft } from "../generated/prisma/client.ts";
import { type Saying, say } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { ILLUSTRATED } from "./answers.ts";

const Begun = z.object({ files: FilesGiven }).catch({ files: [] });

/** The files that wait in a question for its words. */
export const waitingIn = ({ state }: Pick<Draft, "state">): FileGiven[] => Begun.parse(state).files;

/** Those that came before the words of an answer that keeps them. */
export const heldIn = (draft: Pick<Draft, "kind" | "state">): FileGiven[] =>
  ILLUSTRATED.includes(draft.kind) ? waitingIn(draft) : [];

/** Files alone, where words were asked for: they wait for them where they can be kept; the question stays open. */
export async function holdForWords(scene: LabScene, id: number, files: FileGiven[]): Promise<Saying[]> {
  const { db, person } = scene;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id } });
  if (!draft) return [];
  if (draft.doneAt || !ILLUSTRATED.includes(draft.kind)) return [say("file.needsWords", {})];
  const state = { ...(draft.state as object), files: [...heldIn(draft), ...files] };
  await db.draft.update({ where: { id }, data: { state: { ...state, album: files[0]?.album ?? null } } });
  return [say("file.waits", { count: state.files.length }, { about: { about: "draft", id } })];
}

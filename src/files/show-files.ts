import { z } from "zod";
import type { Db } from "../db.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { type FileItem, giverOf, isOwn, itemOf } from "./file-item.ts";
import { sendFiles } from "./send-files.ts";

export const ShowFiles = z.object({ idea: RowId, from: z.coerce.number().int().min(0).default(0) });

/** "Lihat berkas": each file, privately, to the person who asked. */
export const showFiles: UseCase<typeof ShowFiles, LabScene> = async (scene, { idea: id, from }) => {
  const { db, lab, person } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea || !maySee(scene, idea)) return [toast("idea.missing", {}, true)];
  const given = (await filesOf(db, idea)).filter(({ file, of }) => opens(person, of, file));
  const all = given.map(({ file }) => ({ id: file.id, kind: file.kind, giver: giverOf(file) }));
  const of = { id, from, code: codeOf(lab, idea), title: titleOf(idea.text).title };
  return sendFiles(scene, "file.sent", { all, of: { ...of, about: { about: "idea", id } } });
};

/** What was taken out of sight has no files for others; what waits for a facilitator's yes shows them to facilitators. */
const maySee = ({ person, roles }: LabScene, { state, authorId }: Pick<Idea, "state" | "authorId">) =>
  state === "posted" || authorId === person.id || (state === "waiting" && roles.includes("facilitator"));

type Source = Pick<Idea, "anonymous" | "authorId">;

/**
 * What was given with the idea and with those that were joined to it, and what shows that steps of its plan are done;
 * each with the idea that it came with.
 */
async function filesOf(db: Db, idea: Source & Pick<Idea, "id">) {
  const joined = { state: "joined", joins: { some: { intoId: idea.id, undoneAt: null } } };
  const files = await db.attachment.findMany({
    where: { OR: [{ ideaId: idea.id }, { planItem: { ideaId: idea.id } }, { idea: joined }] },
    ...{ include: { idea: true, person: true }, orderBy: { id: "asc" } },
  });
  return files.map((file) => ({ file, of: file.idea ?? idea }));
}

type Given = { kind: string; asComment: boolean; personId: number };

const opens = ({ id }: { id: number }, of: Source, file: Given) =>
  of.authorId === id || file.personId === id || !isOwn(of, file);

/** An idea's files, as this person may read of them. */
export async function listFiles(
  { db, person }: Pick<LabScene, "db" | "person">,
  idea: Pick<Idea, "id" | "anonymous" | "authorId">,
): Promise<(FileItem & { opens: boolean })[]> {
  const files = await filesOf(db, idea);
  return files.map(({ file, of }) => ({
    ...itemOf(file, {
      own: isOwn(of, file),
      named: !of.anonymous || file.asComment || of.authorId === person.id,
    }),
    opens: opens(person, of, file),
  }));
}

/** How many of an idea's files others see when it has no name, and whether some are left out. */
export async function countShown(db: Db, ideaId: number) {
  const files = await db.attachment.findMany({ where: { ideaId } });
  const shown = files.filter((file) => !isOwn({ anonymous: true }, file)).length;
  return { files: shown > 0 ? [{ count: shown }] : [], own: shown < files.length ? [{}] : [] };
}

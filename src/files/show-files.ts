import { z } from "zod";
import type { Db } from "../db.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, toast, whisper } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { type FileItem, giverOf, isOwn, itemOf } from "./file-item.ts";

export const ShowFiles = z.object({ idea: RowId, from: z.coerce.number().int().min(0).default(0) });

/** So many files come at a press. */
const AT_ONCE = 10;

/** "Lihat berkas": each file, privately, to the person who asked. */
export const showFiles: UseCase<typeof ShowFiles, LabScene> = async (scene, { idea: id, from }) => {
  const { db, lab, person, chat } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea || !maySee(scene, idea)) return [toast("idea.missing", {}, true)];
  const all = (await filesOf(db, idea)).filter(({ file, of }) => opens(person, of, file));
  const files = all.slice(from, from + AT_ONCE);
  if (files.length === 0) return [toast("file.none", {}, true)];
  const elsewhere = chat.kind !== "private";
  if (elsewhere && person.private !== "open") return [toast("person.pressStart", {}, true)];

  const total = all.length;
  const named = { code: codeOf(lab, idea), title: titleOf(idea.text).title, total };
  const sent = files.map(({ file }, i): Saying => {
    const n = from + i + 1;
    const next = i === AT_ONCE - 1 && n < total ? [{ id, from: n }] : [];
    const args = { attachment: file.id, kind: file.kind, ...named, n, giver: giverOf(file), next };
    return whisper("file.sent", args, { about: { about: "idea", id } });
  });
  return elsewhere ? [toast("file.onItsWay", { count: files.length }), ...sent] : sent;
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

import { z } from "zod";
import { FilesGiven } from "../files/file.ts";
import { openForm } from "../forms/open-form.ts";
import { tellUntaken } from "../forms/tell-untaken.ts";
import { IdeaText } from "../ideas/add-idea.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { RowId } from "../row-id.ts";
import { say, tell, toast } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";

export const AskNotice = z.object({ lab: RowId });
export const AnswerNotice = z.object({
  draft: z.number(),
  form: z.literal("notice"),
  text: IdeaText,
  files: FilesGiven.default([]),
});
/** A file alone. */
export const AnswerNoticeWithFile = z.object({
  draft: z.number(),
  form: z.literal("notice"),
  files: FilesGiven.min(1),
});

/** `Beri tahu fasilitator`: asks for the words. */
export const askNotice: UseCase<typeof AskNotice> = async (scene, { lab: id }) => {
  const lab = await scene.db.lab.findUnique({ where: { id } });
  if (!lab) return [toast("program.missing", {}, true)];
  const about = await openForm(scene, "notice", { lab: id });
  return [say("program.askNotice", { lab: lab.name }, { about })];
};

/** A file has no words; the question stays open. */
export const refuseFile: UseCase<typeof AnswerNoticeWithFile> = async () => [say("file.needsWords", {})];

/** The words, to each of the lab's facilitators privately; their admin hears how many that were. */
export const answerNotice: UseCase<typeof AnswerNotice> = async (scene, { draft: id, text, files }) => {
  const { db, person, now } = scene;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id, kind: "notice" } });
  const { lab: labId = 0 } = (draft?.state ?? {}) as { lab?: number };
  const lab = await db.lab.findUnique({ where: { id: labId } });
  if (!draft || !lab) return [say("program.missing", {})];
  await db.draft.update({ where: { id }, data: { doneAt: now } });
  const facilitators = await findFacilitators(db, labId);
  const untaken = await tellUntaken(scene, draft, files);
  const reachable = facilitators.filter((one) => one.reachable);
  if (reachable.length === 0) return [say("program.noticeToNobody", { lab: lab.name, text }), ...untaken];
  const missed = facilitators.length - reachable.length;
  const unreached = missed > 0 ? [{ count: missed }] : [];
  const args = { lab: lab.name, who: person.name, text };
  return [
    say("program.noticeSent", { lab: lab.name, reached: reachable.length, unreached }),
    ...untaken,
    ...reachable.map(({ personId }) => tell({ personId }, "program.notice", args, { zone: lab.zone })),
  ];
};

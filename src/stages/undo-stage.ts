import { z } from "zod";
import { ownersOf } from "../authors/own-idea.ts";
import { forgetNews, noteNews } from "../follows/note-news.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { forgetEarly } from "../pulses/find-pulse.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { isAhead, thanksKey } from "./stage.ts";

export const UndoStage = z.object({ stageChange: RowId, launched: z.enum(["yes", "no"]) });

/** `Batalkan`: a move by mistake. The way back is a move of its own, so that the funnel of any day stays as it was. */
export const undoStage: UseCase<typeof UndoStage, LabScene> = async (
  scene,
  { stageChange: id, launched },
) => {
  const { db, lab, person, now } = scene;
  const found = await db.stageChange.findFirst({ where: { id, idea: { labId: lab.id } } });
  const idea = found && (await findIdea(db, lab, found.ideaId));
  if (!found || idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  const { ideaId, from, to } = found;
  const code = codeOf(lab, idea);
  const later = await db.stageChange.count({ where: { ideaId, id: { gt: id } } });
  if (later > 0 || !isAhead(found)) return [toast("stage.already", { code }, true)];
  const data = { stage: from, ...(launched === "yes" ? { launchedAt: null } : {}) };
  const { count } = await db.idea.updateMany({ where: { id: ideaId, stage: to }, data });
  if (count === 0) return [toast("stage.already", { code }, true)];
  if (launched === "yes") await forgetEarly(scene, ideaId, null);
  const back = { ideaId, from: to, to: from, personId: person.id, at: now };
  const { id: way } = await db.stageChange.create({ data: back });
  const spared = await forgetNews(db, ideaId, { kind: "stage", id });
  await noteNews(db, { idea, news: { kind: "stage", id: way }, by: person.id, now, spared });
  const args = { code, title: titleOf(idea.text).title, to: from };
  const cancel = { do: "cancel", cancelKey: thanksKey({ id }) } as const;
  return [
    turn("stage.movedBack", args),
    ...(await tellThanked(scene, idea, { id, args })),
    cancel,
    show(ideaId),
  ];
};

type Back = { id: number; args: { code: string; title: string; to: string } };

/** Its authors, where they were thanked for the move already, hear of the way back. */
async function tellThanked({ db, person }: LabScene, idea: Told, { id, args }: Back): Promise<Saying[]> {
  const thanked = await db.outbox.findMany({
    where: { cancelKey: thanksKey({ id }), state: { not: "queued" } },
    select: { personId: true },
  });
  const heard = ownersOf(idea).filter(
    (one) => one !== person.id && thanked.some((to) => to.personId === one),
  );
  const about = { about: { about: "idea", id: idea.id } } as const;
  return heard.map((personId) => tell({ personId }, "stage.movedBack", args, about));
}

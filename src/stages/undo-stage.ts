import { z } from "zod";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { show, toast, turn } from "../sayings.ts";
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
  await db.stageChange.create({ data: { ideaId, from: to, to: from, personId: person.id, at: now } });
  await forgetNews(scene, ideaId, id);
  return [
    turn("stage.movedBack", { code, title: titleOf(idea.text).title, to: from }),
    { do: "cancel", cancelKey: thanksKey({ id }) },
    show(ideaId),
  ];
};

/** Who follows the idea and has not heard of the move yet does not hear of it. */
const forgetNews = ({ db }: LabScene, ideaId: number, id: number) => db.$executeRaw`
  update "Follow" set news = (select coalesce(jsonb_agg(n), '[]') from jsonb_array_elements(news) n
    where not (n->>'kind' = 'stage' and (n->>'id')::int = ${id})) where "ideaId" = ${ideaId}`;

import { owns } from "../authors/own-idea.ts";
import type { Pulse } from "../generated/prisma/client.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import type { LabScene } from "../use-case.ts";

export type Found = { pulse: Pulse; idea: Told };
export type Refused = { refused: "pulse.missing" | "stage.notYours" };

/** The pulse of an idea that is in sight, for those whose it is and for facilitators. */
export async function findPulse(scene: LabScene, id: number): Promise<Found | Refused> {
  const { db, lab, roles } = scene;
  const pulse = await db.pulse.findFirst({ where: { id, idea: { labId: lab.id, state: "posted" } } });
  const idea = pulse && (await findIdea(db, lab, pulse.ideaId));
  if (!idea) return { refused: "pulse.missing" };
  if (!owns(scene, idea) && !roles.includes("facilitator")) return { refused: "stage.notYours" };
  return { pulse, idea };
}

/** The pulse that an open form is about. */
export const pulseIn = (state: unknown) => Number((state as { pulse?: number } | null)?.pulse ?? 0);

export const beatOf = ({ pulse, idea }: Found) => ({
  ...{ pulse: pulse.id, days: pulse.days },
  ...{ code: codeOf(idea.lab, idea), title: titleOf(idea.text).title },
});

import { owns } from "../authors/own-idea.ts";
import type { Pulse } from "../generated/prisma/client.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import type { LabScene } from "../use-case.ts";

const DAY = 86_400_000;

export type Found = { pulse: Pulse; idea: Told };
export type Refused = { refused: "pulse.missing" | "stage.notYours" };

/** The pulse of an idea that is in sight and in use, for those whose it is and for facilitators. */
export async function findPulse(scene: LabScene, id: number): Promise<Found | Refused> {
  const { db, lab, roles } = scene;
  const inUse = { labId: lab.id, state: "posted", launchedAt: { not: null } };
  const pulse = await db.pulse.findFirst({ where: { id, idea: inUse } });
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

/**
 * The day of an idea's launch became another one, or none: what was asked too early by it, and not answered, counts for
 * nothing and is asked when its day comes.
 */
export const forgetEarly = ({ db, now }: LabScene, ideaId: number, launchedAt: Date | null) =>
  db.pulse.deleteMany({
    where: { ideaId, answeredAt: null, days: { gt: launchedAt ? daysBetween(launchedAt, now) : 0 } },
  });

const daysBetween = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / DAY);

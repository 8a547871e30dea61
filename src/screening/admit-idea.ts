import { startOfDay } from "../threads/thread.ts";
import type { LabScene } from "../use-case.ts";

/** What becomes of an idea that somebody lets go of: it is posted, waits for a facilitator's yes, or for tomorrow. */
export type Fate = "posted" | "waiting" | "full";

/** What becomes of an idea of this person's that is sent now. */
export async function admitIdea(scene: LabScene): Promise<Fate> {
  return (await isFull(scene)) ? "full" : screenIdea(scene);
}

/** The same for somebody else's words: only whoever sends them has to be trusted. */
export async function screenIdea({ db, lab, person, roles }: LabScene): Promise<Fate> {
  if (!lab.screens || roles.length > 0) return "posted";
  const trusted = { personId: person.id, labId: lab.id, trustedAt: { not: null } };
  return (await db.membership.count({ where: trusted })) > 0 ? "posted" : "waiting";
}

/** Whether this person has sent as many today, in the lab's zone, as one may; answers to a session count there. Facilitators type in whole flip-charts. */
async function isFull({ db, lab, person, roles, now }: LabScene): Promise<boolean> {
  if (lab.dailyLimit === 0 || roles.includes("facilitator")) return false;
  const sentAt = { gte: startOfDay(now, lab.zone) };
  const sent = await db.idea.count({
    where: { labId: lab.id, authorId: person.id, challengeId: null, sentAt },
  });
  return sent >= lab.dailyLimit;
}

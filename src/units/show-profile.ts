import { z } from "zod";
import { aside, say } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const ShowProfile = z.object({ text: z.string() });

/** `/profil`: the name that documents should print, and the unit. */
export const showProfile: UseCase<typeof ShowProfile, LabScene> = async (scene) => [
  say("profile.shown", await profileOf(scene)),
];

/** In a group it concerns nobody else: it is answered privately. */
export const profileInPrivate: UseCase<typeof ShowProfile, LabScene> = async (scene) => [
  aside("profile.shown", await profileOf(scene)),
];

async function profileOf({ db, lab, person }: LabScene) {
  const membership = await db.membership.findUnique({
    where: { personId_labId: { personId: person.id, labId: lab.id } },
    include: { unit: true, person: true },
  });
  const unit = membership?.unit;
  return {
    name: membership?.person.printedName ?? person.name,
    unit: unit ? [{ name: unit.name }] : [],
    none: unit ? [] : [{}],
    lab: lab.name,
  };
}

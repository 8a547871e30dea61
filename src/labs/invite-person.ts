import { z } from "zod";
import { aside, type Saying } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { hashOf, LASTS, linkOf, newToken, type Offer, offers, offerWords } from "./invitation.ts";

export const InvitePerson = z.object({
  text: z
    .string()
    .transform((text) => offerWords[text.toLowerCase()])
    .pipe(z.enum(offers)),
});
export const PressInvite = z.object({ offer: z.enum(offers) });
export const AskWhomToInvite = z.object({});

/** `/undang mentor`: a link that gives one person the role, once. */
export const invitePerson: UseCase<typeof InvitePerson, LabScene> = (scene, { text }) => invite(scene, text);

/** The same, by a button. */
export const pressInvite: UseCase<typeof PressInvite, LabScene> = (scene, { offer }) => invite(scene, offer);

/** Bare `/undang`, or a word that is no role: asks by buttons. */
export const askWhomToInvite: UseCase<typeof AskWhomToInvite, LabScene> = async ({ db, lab, person }) => {
  await db.person.update({ where: { id: person.id }, data: { currentLabId: lab.id } });
  return [aside("lab.inviteWhom", { lab: lab.name })];
};

async function invite({ db, lab, person, now, bot }: LabScene, role: Offer): Promise<Saying[]> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LASTS);
  const { id } = await db.invitation.create({
    data: {
      tokenHash: hashOf(token),
      labId: lab.id,
      role,
      invitedById: person.id,
      createdAt: now,
      expiresAt,
    },
  });
  const until = { at: expiresAt.toISOString(), zone: lab.zone, show: "dayTime" } as const;
  return [aside("lab.invitation", { id, role, lab: lab.name, link: linkOf(bot, role, token), until })];
}

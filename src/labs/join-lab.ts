import { z } from "zod";
import { giveRole } from "../people/give-role.ts";
import { welcomePerson } from "../people/welcome-person.ts";
import { type Saying, say } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";

/** A group's door, and what Telegram says: whether who came through it belongs to that group. */
export const JoinLab = z.object({
  text: z
    .string()
    .regex(/^g_[\w-]{16}$/)
    .transform((text) => text.slice(2)),
  belongs: z.enum(["yes", "no", "unknown"]).optional(),
});

/** `/start g_…`: the members of a group join its lab privately. */
export const joinLab: UseCase<typeof JoinLab> = async (scene, { text: door, belongs }) => {
  const { db, person, now } = scene;
  const chat = await db.chat.findUnique({ where: { door }, include: { lab: true } });
  if (!chat?.lab) return [say("lab.wrongDoor", {})];
  const { lab } = chat;
  const known = await db.membership.findUnique({
    where: { personId_labId: { personId: person.id, labId: lab.id } },
  });
  if (!known && belongs !== "yes") return refuse(belongs);
  await giveRole(db, { person, lab, now });
  return welcomePerson({ ...scene, person: { ...person, currentLabId: lab.id } }, { text: "" });
};

const refuse = (belongs: "no" | "unknown" | undefined): Saying[] => [
  belongs === "no" ? say("lab.outsider", {}) : say("lab.cannotCheck", {}),
];

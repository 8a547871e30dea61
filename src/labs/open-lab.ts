import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Chat } from "../generated/prisma/client.ts";
import { giveRole } from "../people/give-role.ts";
import { meetPerson } from "../people/meet-person.ts";
import { type Saying, say } from "../sayings.ts";
import type { Place } from "../use-case.ts";
import { createLab } from "./create-lab.ts";
import { describeGroup } from "./describe-group.ts";
import { findFacilitatedLab } from "./find-facilitated-lab.ts";

/** Somebody as Telegram knows them, and whether the bot is an administrator of the group that it came into. */
export const OpenLab = z.object({
  facilitator: z.object({ telegramId: z.number(), name: z.string() }).optional(),
  standing: z.enum(["member", "administrator"]),
});

/** The bot came into a group: its lab is made, or joined, or still there; and one greeting says so. */
export async function openLab(place: Place, raw: unknown): Promise<Saying[]> {
  const { db, now } = place;
  const { facilitator, standing } = OpenLab.parse(raw);
  const chat = await enter(place, standing);
  if (chat.labId) return [say("lab.back", await describeGroup(place, chat))];

  const person = facilitator && (await meetPerson(place, facilitator));
  const joined = person && (await findFacilitatedLab(db, person));
  const lab = joined ?? (await createLab(place, chat.title));
  if (person && !joined) await giveRole(db, { person, lab, role: "facilitator", now });
  const settled = await db.chat.update({ where: { id: chat.id }, data: { labId: lab.id } });
  const state = await describeGroup(place, settled);
  return [joined ? say("lab.joinedByGroup", state, { pin: true }) : say("lab.opened", state, { pin: true })];
}

/** Notes that the bot is in the chat, and gives the chat its door. */
async function enter({ db, chat, now }: Place, standing: string): Promise<Chat> {
  const data = { joinedAt: now, leftAt: null, standing, door: chat.door ?? newDoor() };
  return db.chat.update({ where: { id: chat.id }, data });
}

/** 16 characters that nobody can guess. */
export const newDoor = () => randomBytes(12).toString("base64url");

import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Chat } from "../generated/prisma/client.ts";
import { giveRole } from "../people/give-role.ts";
import { meetPerson } from "../people/meet-person.ts";
import { type Saying, say, silence } from "../sayings.ts";
import type { Place } from "../use-case.ts";
import { createLab } from "./create-lab.ts";
import { describeGroup } from "./describe-group.ts";
import { findFacilitatedLab } from "./find-facilitated-lab.ts";
import { greetingKey } from "./move-group.ts";

/** Somebody as Telegram knows them, and whether the bot is an administrator of the group that it came into. */
export const OpenLab = z.object({
  facilitator: z.object({ telegramId: z.number(), name: z.string() }).optional(),
  standing: z.enum(["member", "administrator"]),
});

/** The bot came into a group: its lab is made, or joined, or still there; and one greeting says so. */
export async function openLab(place: Place, raw: unknown): Promise<Saying[]> {
  const { db, now } = place;
  const { facilitator, standing } = OpenLab.parse(raw);
  const isThere = place.chat.labId !== null && place.chat.leftAt === null;
  const chat = await enter(place, standing);
  if (isThere) return silence; // It came along when the group became a supergroup.
  if (chat.labId) return [say("lab.back", await describeGroup(place, chat))];

  const person = facilitator && (await meetPerson(place, facilitator));
  const joined = person && (await findFacilitatedLab(db, person));
  const lab = joined ?? (await createLab(place, chat.title));
  if (person && !joined) await giveRole(db, { person, lab, role: "facilitator", now });
  const settled = await db.chat.update({ where: { id: chat.id }, data: { labId: lab.id } });
  const state = await describeGroup(place, settled);
  const more = {
    pin: true,
    ...((await isTwin(place)) ? { after: PATIENCE, cancelKey: greetingKey(chat.id) } : {}),
  };
  return [joined ? say("lab.joinedByGroup", state, more) : say("lab.opened", state, more)];
}

/** How long it may take until Telegram tells that a new supergroup is a group that the bot knows, in milliseconds. */
const PATIENCE = 10_000;

/** Whether a group of the same name may have become this supergroup. */
async function isTwin({ db, chat: { id, title, kind } }: Place): Promise<boolean> {
  if (kind !== "supergroup") return false;
  const twin = { id: { not: id }, title, kind: "group", labId: { not: null } };
  return (await db.chat.findFirst({ where: twin, select: { id: true } })) !== null;
}

/** Notes that the bot is in the chat, and gives the chat its door. */
async function enter({ db, chat, now }: Place, standing: string): Promise<Chat> {
  const data = { joinedAt: now, leftAt: null, standing, door: chat.door ?? newDoor() };
  return db.chat.update({ where: { id: chat.id }, data });
}

/** 16 characters that nobody can guess. */
export const newDoor = () => randomBytes(12).toString("base64url");

import { type CastKey, who } from "../../src/playground/cast.ts";
import type { Chat } from "./chat.ts";
import { opens } from "./opens.ts";

/** The group of Kab. Paser; Sari is its facilitator. */
export const PASER = -1001000000077;

/**
 * Two labs: TNB, with Ana's idea and Budi as its facilitator, and PSR, with Sari as its facilitator.
 * Ibu Bupati is an admin of the programme, and in no lab.
 */
export async function opensTwo(chat: Chat, { admitted = true } = {}) {
  chat.app.admins = [who.bupati];
  await opens(chat);
  const { sari } = who;
  chat.world.addGroup({
    ...{ id: PASER, title: "Kab. Paser", type: "supergroup", creator: sari, members: [sari] },
  });
  chat.world.addBot(PASER, sari, true);
  await chat.starts("sari");
  await chat.starts("bupati");
  await chat.settle();
  if (admitted) await chat.app.db.lab.updateMany({ data: { admittedAt: chat.clock.now() } });
}

/** An idea of Paser, written in its group by Sari; shared unless told otherwise. Returns its code. */
export async function offers(chat: Chat, text: string, { shared = true } = {}) {
  await chat.says("sari", `/ide ${text}`, { in: PASER });
  const { number } = await chat.app.db.idea.findFirstOrThrow({ where: { text } });
  if (shared) {
    await chat.starts("sari", `i_PSR-${number}`);
    await chat.presses("sari", "Bagikan ke lab lain", { in: who.sari });
  }
  return `PSR-${number}`;
}

/** All that a person sees anywhere, as one text: messages and buttons. */
export const allSeen = (chat: Chat, person: CastKey, groups: number[]) =>
  JSON.stringify([who[person] as number, ...groups].map((where) => chat.sees(person, where)));

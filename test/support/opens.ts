import { type CastKey, who } from "../../src/playground/cast.ts";
import { type Chat, lab } from "./chat.ts";

export const QUEUE = "Antrean puskesmas lewat pesan singkat";

/** Ana's idea is in the group; all can be reached privately, Maria is a mentor. It is Friday, 27 November. */
export async function opens(chat: Chat) {
  await chat.opens();
  for (const person of ["ana", "yosef", "budi"] as const) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.is("maria", "mentor");
  await chat.says("ana", `/ide ${QUEUE}`);
}

/** An idea's newest card in the group. */
export const card = (chat: Chat, code = "TNB-1") =>
  chat.sees("yosef", lab).findLast(({ from, text }) => from.bot && text?.startsWith(code));
/** What the bot told somebody last, privately, and the buttons under it. */
export const last = (chat: Chat, person: CastKey) => chat.heard(person).at(-1) ?? "";
export const labels = (chat: Chat, person: CastKey) =>
  (chat.sees(person).at(-1)?.buttons ?? []).flat().map(({ text }) => text);
/** Presses a button in private. */
export const presses = (chat: Chat, person: CastKey, button: string) =>
  chat.presses(person, button, { in: who[person] });

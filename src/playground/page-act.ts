import { nextNumber } from "./meta.ts";
import { uploadIn } from "./page-upload.ts";
import type { World } from "./world.ts";
import type { Given } from "./written.ts";

export type Act = {
  as: number;
  do: string;
  chat: number;
  message: number;
  text?: string;
  replyTo?: number;
  button: string;
  emoji: string | null;
  payload?: string;
  file?: Given;
};

export type Acted = {
  message?: number;
  chat?: number;
  toast?: { text: string; alert: boolean };
  url?: string;
};

type Doing = (world: World, act: Act) => Acted | undefined | Promise<Acted>;

/** Everything that a person can do in the page. */
const doings: Record<string, Doing> = {
  say: (world, { as, chat, text = "", replyTo, file }) => {
    const more = { ...(replyTo === undefined ? {} : { replyTo }), ...(file ? { file } : {}) };
    return { message: world.say(as, chat, text, more).message_id };
  },
  edit: (world, { as, chat, message, text }) => void world.edit(as, chat, message, text ?? ""),
  press: async (world, { as, chat, message, button }) => {
    const { text, show_alert, url } = await world.press(as, chat, message, button);
    return {
      ...(text ? { toast: { text, alert: show_alert === true } } : {}),
      ...(url ? { url } : {}),
    };
  },
  react: (world, { as, chat, message, emoji }) => void world.react(as, chat, message, emoji),
  start: (world, { as, payload }) => ({
    message: world.start(as, payload || undefined).message_id,
    chat: as,
  }),
  block: (world, { as }) => void world.block(as),
  unblock: (world, { as }) => void world.unblock(as),
  addBot: (world, { as, chat }) => void world.addBot(chat, as),
  removeBot: (world, { as, chat }) => void world.removeBot(chat, as),
  join: (world, { as, chat }) => void world.join(chat, as),
  leave: (world, { as, chat }) => void world.leave(chat, as),
  newGroup: (world, { as, text }) => ({ chat: newGroup(world, as, text?.trim() || undefined) }),
};

/** Does what a person did in the page. @throws Error with a sentence when it cannot be done. */
export async function actOnPage(world: World, body: Record<string, unknown>): Promise<Acted> {
  const name = String(body.do);
  const doing = Object.hasOwn(doings, name) ? doings[name] : undefined;
  if (!doing) throw new Error("nobody can do that");
  return (await doing(world, readAct(body))) ?? {};
}

function readAct(body: Record<string, unknown>): Act {
  const { text, payload, replyTo } = body;
  const file = uploadIn(body.file);
  return {
    as: Number(body.as),
    do: String(body.do),
    chat: Number(body.chat ?? body.as),
    message: Number(body.message ?? 0),
    button: String(body.button ?? ""),
    emoji: typeof body.emoji === "string" && body.emoji !== "" ? body.emoji : null,
    ...(typeof text === "string" ? { text } : {}),
    ...(typeof payload === "string" ? { payload } : {}),
    ...(typeof replyTo === "number" ? { replyTo } : {}),
    ...(file ? { file } : {}),
  };
}

/** An empty group with the bot in it: a small one, as every new group is at Telegram. */
function newGroup(world: World, creator: number, title?: string) {
  const number = nextNumber(world.inside.ground, "groups made");
  const id = -5_000_000_000 - number;
  world.addGroup({ id, type: "group", title: title ?? `Grup ${number}`, creator, members: [] });
  world.addBot(id, creator);
  return id;
}

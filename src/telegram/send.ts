import type { App } from "../app.ts";
import type { Due } from "../outbox/due.ts";
import type { Mouth, Sent } from "../outbox/mouth.ts";
import { Refused } from "../outbox/outcome.ts";
import type { Said } from "../sayings.ts";
import type { Api } from "./api.ts";
import { type Brush, buttonsOf, common, drawn, localeFor, seen } from "./draw.ts";
import { fileOf } from "./files.ts";
import { formUnder } from "./form-under.ts";
import { changesMenu, createOwnMenus } from "./own-menu.ts";
import { photoOf } from "./pictures.ts";
import { post } from "./post.ts";
import type { Route } from "./route.ts";
import { sendFile } from "./send-file.ts";
import { sendPhoto } from "./send-photo.ts";
import { createShowToOne } from "./show-to-one.ts";
import { pages, words } from "./words.ts";

const SIGNS: Record<string, string> = { noted: "✍", seen: "👀" };

/** The bot's mouth: turns rows of the outbox into calls. */
export function createMouth(
  app: App,
  api: Api,
  { bot, routes }: { bot: { username: string }; routes: Route[] },
): Mouth {
  const { call } = api;
  const brush = { app, bot };
  const offerMenu = createOwnMenus(app, call, routes);
  const showToOne = createShowToOne(call, brush);
  const saying = async (row: Due): Promise<() => Promise<Sent>> => {
    if (row.kind === "reaction") return () => reactTo(call, row);
    const said = row.view ? await seen(app, row) : ({ key: row.key, args: row.args } as Said);
    if (!said) return async () => NOTHING;
    if (row.kind === "ephemeral") return showToOne(row, said);
    const file = row.kind === "message" ? await fileOf(app, said) : undefined;
    if (file) return sendFile({ api, brush }, { row, said, file });
    if (row.kind !== "edit" && !row.view) return part({ api, brush }, row, said);
    const payload = await drawn(brush, row, said);
    if (row.kind !== "edit") return async () => ({ messageId: await post(call, row, payload), more: false });
    const where = { chat_id: Number(row.replyIn), message_id: row.replyTo };
    return () => call("editMessageText", { ...payload, ...where }).then(() => NOTHING);
  };

  return {
    probe: () => call("getMe", {}, { timeout: 5_000 }),
    async send(row) {
      const say = await saying(row);
      return changesMenu(row) ? () => offerMenu(row).then(say) : say;
    },
    async draw(card) {
      const said = await seen(app, card);
      if (!said) return async () => {};
      const payload = { ...(await drawn(brush, card, said)), message_id: card.messageId };
      return () => call("editMessageText", payload);
    },
  };
}

/** What is no message of its own. */
const NOTHING: Sent = { messageId: undefined, more: false };

/** The next part of a message, which may be too long for one. The last one has the buttons, the first one replies. */
async function part({ api, brush }: { api: Api; brush: Brush }, row: Due, said: Said) {
  const locale = await localeFor(brush.app, row);
  const photo = row.part === 0 ? await photoOf(brush.app, row, { said, locale }) : undefined;
  const parts = photo ? [words(said, locale)] : pages(said, locale);
  const text = parts[row.part];
  if (text === undefined) return async () => NOTHING; // Its words are fewer than when its first part was sent.
  const more = row.part + 1 < parts.length;
  const form = await formUnder(brush.app.db, row);
  const buttons = more ? {} : buttonsOf(said, { bot: brush.bot, group: row.group, locale, form });
  const payload = { ...common(row, text), ...buttons };
  const where = row.part > 0 ? { ...row, replyTo: null } : row;
  const send = () => (photo ? sendPhoto(api, where, { photo, payload }) : post(api.call, where, payload));
  return async () => ({ messageId: await send(), more });
}

/** A sign on a message. Where it may not be, or the message is gone, its absence is no loss. */
async function reactTo(call: Api["call"], { replyIn, replyTo, key }: Due) {
  const reaction = [{ type: "emoji", emoji: SIGNS[key] ?? "👍" }];
  await call("setMessageReaction", { chat_id: Number(replyIn), message_id: replyTo, reaction }).catch(
    (error) => {
      if (!(error instanceof Refused) || error.code === 429 || error.code >= 500) throw error;
    },
  );
  return NOTHING;
}

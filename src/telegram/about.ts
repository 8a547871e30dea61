import type { Context } from "telegraf";
import type { Db } from "../db.ts";
import type { About } from "../sayings.ts";
import { textIn } from "./read-message.ts";

/** An idea's code in a text: its lab's code and its number. */
export const CODE = /\b([A-Za-z]{2,5})-(\d{1,7})\b/;

/** What a message is about; of a form also its kind, which says who may answer it. */
export type Heard = { about: About["about"] | "album"; id: number; form?: string | null };

/**
 * What a message is about: an album's next file is about what the album is; else what the bot's message that it answers is about, by the message map; else the idea whose
 * code the command names, or the answered card shows; in private, else the form that the person has open.
 */
export async function aboutOf(db: Db, ctx: Context): Promise<Heard | undefined> {
  const { message, messageReaction, chat } = ctx;
  if (!Number.isSafeInteger(chat?.id)) return undefined;
  if (messageReaction && chat) {
    const where = { chat: chat.id, message: messageReaction.message_id, card: true };
    return (await aboutPost(db, where)) ?? aboutAnswer(db, where);
  }
  if (!message || !chat) return undefined;
  const reply = "reply_to_message" in message ? message.reply_to_message : undefined;
  const text = textIn(message);
  const album = "media_group_id" in message ? String(message.media_group_id) : undefined;
  if (album !== undefined && !text.startsWith("/")) {
    const known = await aboutAlbum(db, { album, person: ctx.from?.id ?? 0, hasWords: text !== "" });
    if (known) return known;
  }

  if (reply && reply.from?.id === ctx.botInfo.id) {
    const post = await aboutPost(db, { chat: chat.id, message: reply.message_id });
    if (post) return post;
    const shown = await ideaByCode(db, textIn(reply));
    if (shown) return shown;
  }
  if (text.startsWith("/")) return ideaByCode(db, text.replace(/^\S+/, "").trim().split(/\s/)[0] ?? "");
  if (chat.type === "private" && !reply) return openForm(db, chat.id);
  return undefined;
}

type Place = { chat: number; message: number /** Only a card counts. */; card?: boolean };

async function aboutPost(db: Db, { chat, message, card = false }: Place): Promise<Heard | undefined> {
  if (!Number.isSafeInteger(message)) return undefined;
  const [post] = await db.$queryRaw<Heard[]>`
    select about, "aboutId" as id, case about when 'draft' then (select kind from "Draft" d where d.id = "aboutId") end as form
    from "Post" where "rawChatId" = ${chat} and "messageId" = ${message}::bigint
      and (view = 'idea' or not ${card}::bool)`;
  return post;
}

/** An answer to a challenge has no card: what is put under it is put under the idea. */
async function aboutAnswer(db: Db, { chat, message }: Place): Promise<Heard | undefined> {
  if (!Number.isSafeInteger(message)) return undefined;
  const [idea] = await db.$queryRaw<Heard[]>`
    select 'idea' as about, id from "Idea"
    where "sourceChatId" = ${chat} and "sourceMessageId" = ${message}::bigint and "challengeId" is not null`;
  return idea;
}

/** The idea that a code names. Old codes of a lab go on working. */
export async function ideaByCode(db: Db, text: string): Promise<About | undefined> {
  const [, code, number] = CODE.exec(text) ?? [];
  if (!code || !number) return undefined;
  const [idea] = await db.$queryRaw<{ id: number }[]>`
    select i.id from "LabCode" c join "Idea" i on i."labId" = c."labId"
    where c.code = ${code.toUpperCase()} and i.number = ${Number(number)}`;
  return idea ? { about: "idea", id: idea.id } : undefined;
}

type Album = { album: string; person: number; hasWords: boolean };

/** Whether files of this album are kept, or wait for words. Words that come after what they were kept with are new ones. */
async function aboutAlbum(db: Db, { album, person, hasWords }: Album): Promise<Heard | undefined> {
  const [known] = await db.$queryRaw<Heard[]>`
    select 'album' as about, p.id from "Person" p where p."telegramId" = ${person} and (
      exists (select from "Draft" d where d."personId" = p.id and d.kind = 'talk' and d.state->>'album' = ${album})
      or not ${hasWords}::bool and (
        exists (select from "Draft" d where d."personId" = p.id and d."doneAt" is null and d.state->>'album' = ${album})
        or exists (select from "Attachment" a where a."personId" = p.id and a.album = ${album})))`;
  return known;
}

async function openForm(db: Db, telegramId: number): Promise<Heard | undefined> {
  const [draft] = await db.$queryRaw<{ id: number; form: string }[]>`
    select d.id, d.kind as form from "Draft" d join "Person" p on p.id = d."personId" join "Chat" c on c.id = d."chatId"
    where p."telegramId" = ${telegramId} and c."telegramId" = ${telegramId} and d."doneAt" is null
    order by d.id desc limit 1`;
  return draft && { about: "draft", ...draft };
}

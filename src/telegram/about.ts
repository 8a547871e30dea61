import type { Context } from "telegraf";
import type { Db } from "../db.ts";
import type { About } from "../sayings.ts";

/** An idea's code in a text: its lab's code and its number. */
export const CODE = /\b([A-Za-z]{2,5})-(\d{1,7})\b/;

/**
 * What a message is about: what the bot's message that it answers is about, by the message map; else the idea whose
 * code the command names, or the answered card shows; in private, else the form that the person has open.
 */
export async function aboutOf(db: Db, ctx: Context): Promise<About | undefined> {
  const { message, chat } = ctx;
  if (!message || !chat) return undefined;
  const reply = "reply_to_message" in message ? message.reply_to_message : undefined;
  const text = "text" in message ? message.text : "";

  if (reply && reply.from?.id === ctx.botInfo.id) {
    const post = await db.post.findUnique({
      where: { rawChatId_messageId: { rawChatId: BigInt(chat.id), messageId: reply.message_id } },
    });
    if (post) return { about: post.about as About["about"], id: post.aboutId };
    const shown = "text" in reply ? await ideaByCode(db, reply.text) : undefined;
    if (shown) return shown;
  }
  if (text.startsWith("/")) return ideaByCode(db, text.replace(/^\S+/, "").trim().split(/\s/)[0] ?? "");
  if (chat.type === "private" && !reply) return openForm(db, chat.id);
  return undefined;
}

/** The idea that a code names. Old codes of a lab go on working. */
export async function ideaByCode(db: Db, text: string): Promise<About | undefined> {
  const [, code, number] = CODE.exec(text) ?? [];
  if (!code || !number) return undefined;
  const lab = await db.labCode.findUnique({ where: { code: code.toUpperCase() } });
  const where = lab && { labId_number: { labId: lab.labId, number: Number(number) } };
  const idea = where && (await db.idea.findUnique({ where, select: { id: true } }));
  return idea ? { about: "idea", id: idea.id } : undefined;
}

async function openForm(db: Db, telegramId: number): Promise<About | undefined> {
  const draft = await db.draft.findFirst({
    where: {
      person: { telegramId: BigInt(telegramId) },
      chat: { telegramId: BigInt(telegramId) },
      doneAt: null,
    },
    orderBy: { id: "desc" },
  });
  return draft ? { about: "draft", id: draft.id } : undefined;
}

import type { Context } from "telegraf";
import type { Chat, User } from "telegraf/types";
import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import type { Lab, Chat as OurChat, Person } from "../generated/prisma/client.ts";
import { type Role, roles } from "../people/person.ts";
import type { Place } from "../use-case.ts";
import type { Raw } from "./route.ts";

export type Found = Place & { person: Person | undefined; roles: readonly Role[] };

/** The chat, the person and the lab that an update is about, as the store knows them; noted when they are new. */
export async function sceneOf(
  app: App,
  { db, now }: { db: Db; now: Date },
  { ctx, raw }: { ctx: Context; raw: Raw },
) {
  const chat = ctx.chat && (await noteChat(db, ctx.chat, now));
  if (!chat) return undefined;
  const person = await notePerson(db, personIn(ctx), { opens: chat.kind === "private", app });
  const lab = await labOf(db, { chat, person, raw });
  const rolesHere = person && lab ? await noteMember(db, { person, lab, chat, now }) : [];

  const { id, username = "", can_read_all_group_messages: readsAll = false } = ctx.botInfo;
  const { defaults, llm } = app;
  const message = messageIn(ctx);
  return {
    ...{ db, now, chat, person, lab, message, defaults },
    ...{ roles: rolesHere, hasModel: llm !== undefined, bot: { id, username, readsAll } },
  } satisfies Found;
}

async function noteChat(db: Db, chat: Chat, now: Date): Promise<OurChat> {
  const telegramId = BigInt(chat.id);
  const title = "title" in chat ? chat.title : "";
  const known = await db.chat.findUnique({ where: { telegramId } });
  if (known && known.title === title && known.kind === chat.type) return known;
  return db.chat.upsert({
    where: { telegramId },
    create: { telegramId, title, kind: chat.type, joinedAt: now },
    update: { title, kind: chat.type },
  });
}

/** Who acts. A bot, a channel, or an administrator who writes as the group is nobody. */
function personIn(ctx: Context): User | undefined {
  const message = ctx.message ?? ctx.editedMessage;
  const asChat = message !== undefined && "sender_chat" in message && message.sender_chat !== undefined;
  return ctx.from && !ctx.from.is_bot && !asChat ? ctx.from : undefined;
}

async function notePerson(db: Db, user: User | undefined, { opens, app }: { opens: boolean; app: App }) {
  if (!user) return undefined;
  const telegramId = BigInt(user.id);
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  const known = await db.person.findUnique({ where: { telegramId } });
  const same = known?.name === name && known.username === (user.username ?? null);
  if (known && same && (!opens || known.private === "open")) return known;

  const data = { name, username: user.username ?? null, ...(opens ? { private: "open" } : {}) };
  const locale = user.language_code?.startsWith("en") ? "en" : app.defaults.locale;
  return db.person.upsert({ where: { telegramId }, create: { telegramId, locale, ...data }, update: data });
}

/**
 * The lab: a group's own; in private the one of the idea that it is about, if the person belongs to it, else the
 * one that the person has chosen.
 */
async function labOf(db: Db, { chat, person, raw }: { chat: OurChat; person: Person | undefined; raw: Raw }) {
  if (chat.kind !== "private")
    return (chat.labId && (await db.lab.findUnique({ where: { id: chat.labId } }))) || undefined;
  if (!person) return undefined;
  const asked = typeof raw.labId === "number" ? raw.labId : await labOfIdea(db, raw.idea);
  const id = asked ?? person.currentLabId;
  if (!id) return undefined;
  const member = await db.membership.findFirst({
    where: { personId: person.id, labId: id },
    include: { lab: true },
  });
  return member?.lab;
}

async function labOfIdea(db: Db, idea: unknown) {
  const id = Number(idea);
  if (!Number.isSafeInteger(id) || id <= 0) return undefined;
  return (await db.idea.findUnique({ where: { id }, select: { labId: true } }))?.labId;
}

type Here = { person: Person; lab: Lab; chat: OurChat; now: Date };

/** Whoever speaks in a lab's group belongs to the lab. Returns the roles that the person has there. */
async function noteMember(db: Db, { person, lab, chat, now }: Here): Promise<readonly Role[]> {
  const where = { personId_labId: { personId: person.id, labId: lab.id } };
  const known = await db.membership.findUnique({ where });
  if (!known && chat.kind !== "private") {
    const data = [{ personId: person.id, labId: lab.id, roles: [], joinedAt: now }];
    await db.membership.createMany({ data, skipDuplicates: true });
    await db.person.updateMany({
      where: { id: person.id, currentLabId: null },
      data: { currentLabId: lab.id },
    });
  }
  return roles.filter((role) => known?.roles.includes(role));
}

function messageIn(ctx: Context) {
  const message = ctx.callbackQuery?.message ?? ctx.message ?? ctx.editedMessage;
  if (!message) return undefined;
  const topicId =
    "is_topic_message" in message && message.is_topic_message ? message.message_thread_id : undefined;
  return { id: message.message_id, topicId };
}

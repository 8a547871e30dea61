import type { Context } from "telegraf";
import type { Chat, User } from "telegraf/types";
import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import type { Lab, Chat as OurChat, Person } from "../generated/prisma/client.ts";
import { type Role, roles } from "../people/person.ts";
import type { Place } from "../use-case.ts";
import { type Known, personIn } from "./known.ts";
import { placeIn } from "./sent.ts";

export type Found = Place & {
  person: Person | undefined;
  roles: readonly Role[];
  isProgrammeAdmin: boolean;
};

/** Who asks where, and in which lab; chat and person are noted when they are new or have changed. */
export async function sceneOf(
  app: App,
  { db, now }: { db: Db; now: Date },
  { ctx, known }: { ctx: Context; known: Known | undefined },
) {
  if (!ctx.chat || !known) return undefined;
  const chat = await noteChat(db, { known: known.chat, chat: ctx.chat, now });
  const opens = chat.kind === "private";
  const person = await notePerson(db, personIn(ctx), { known: known.person, opens, app });
  // In private only a lab that the person belongs to.
  const lab = chat.kind !== "private" || known.roles ? known.lab : undefined;
  if (person && lab && !known.roles) await noteMember(db, { person, lab, now });

  const { id, username = "", can_read_all_group_messages: readsAll = false } = ctx.botInfo;
  const { defaults, llm } = app;
  return {
    ...{ db, now, chat, person, lab, message: messageIn(ctx), defaults },
    roles: roles.filter((role) => known.roles?.includes(role)),
    isProgrammeAdmin: person !== undefined && (app.admins ?? []).includes(Number(person.telegramId)),
    ...{ hasModel: llm !== undefined, bot: { id, username, readsAll } },
  } satisfies Found;
}

type KnownChat = { known: OurChat | undefined; chat: Chat; now: Date };

async function noteChat(db: Db, { known, chat, now }: KnownChat): Promise<OurChat> {
  const telegramId = BigInt(chat.id);
  const title = "title" in chat ? chat.title : "";
  if (known && known.telegramId !== telegramId) return known; // It was that, before it became a supergroup.
  if (known && known.title === title && known.kind === chat.type) return known;
  return db.chat.upsert({
    where: { telegramId },
    create: { telegramId, title, kind: chat.type, joinedAt: now },
    update: { title, kind: chat.type },
  });
}

type KnownPerson = { known: Person | undefined; opens: boolean; app: App };

async function notePerson(db: Db, user: User | undefined, { known, opens, app }: KnownPerson) {
  if (!user) return undefined;
  const telegramId = BigInt(user.id);
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  const same = known?.name === name && known.username === (user.username ?? null);
  if (known && same && (!opens || known.private === "open")) return known;

  const data = { name, username: user.username ?? null, ...(opens ? { private: "open" } : {}) };
  const locale = user.language_code?.startsWith("en") ? "en" : app.defaults.locale;
  return db.person.upsert({ where: { telegramId }, create: { telegramId, locale, ...data }, update: data });
}

/** Whoever speaks in a lab's group belongs to the lab. */
async function noteMember(db: Db, { person, lab, now }: { person: Person; lab: Lab; now: Date }) {
  const data = [{ personId: person.id, labId: lab.id, roles: [], joinedAt: now }];
  await db.membership.createMany({ data, skipDuplicates: true });
  await db.person.updateMany({
    where: { id: person.id, currentLabId: null },
    data: { currentLabId: lab.id },
  });
}

function messageIn(ctx: Context) {
  const message = ctx.callbackQuery?.message ?? ctx.message ?? ctx.editedMessage;
  const place = message && placeIn(message);
  return place && { id: place.messageId, topicId: place.topicId, rawChatId: message.chat.id };
}

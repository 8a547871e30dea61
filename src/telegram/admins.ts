import type { ChatMember, User } from "telegraf/types";
import type { App } from "../app.ts";
import { Refused } from "../outbox/outcome.ts";
import type { Api } from "./api.ts";
import type { Look } from "./route.ts";

/** Who may run a lab here: whoever added the bot, if an administrator; else the group's creator; else nobody known. */
export const lookForFacilitator: Look = async (api, { chat, from }) => {
  if (!chat) return {};
  const adder = from && !from.is_bot ? await memberIn(api, chat.id, from.id) : undefined;
  if (adder && isAdmin(adder)) return { facilitator: named(adder.user) };
  const admins = await refusedIs([], api.call<ChatMember[]>("getChatAdministrators", { chat_id: chat.id }));
  const creator = admins.find(({ status, user }) => status === "creator" && !user.is_bot);
  return creator ? { facilitator: named(creator.user) } : {};
};

/** Whether the person who acts is an administrator of this group. */
export const lookAdmin: Look = async (api, { chat, from }) => {
  const member = chat && from && (await memberIn(api, chat.id, from.id));
  return { admin: member !== undefined && isAdmin(member) };
};

/**
 * What a `/start` needs to know: in a group whether an administrator typed it; in private whether the person
 * belongs to the group whose door a `g_…` names: yes, no, or Telegram does not say.
 */
export const lookAtStart =
  ({ db }: Pick<App, "db">): Look =>
  async (api, ctx, raw) => {
    const { from, chat: here } = ctx;
    const { text } = raw;
    if (here && here.type !== "private") return text ? lookAdmin(api, ctx, raw) : {};
    const door = /^g_([\w-]{16})$/.exec(String(text))?.[1];
    const chat = door ? await db.chat.findUnique({ where: { door } }) : undefined;
    if (!chat || !from) return {};
    const member = await memberIn(api, Number(chat.telegramId), from.id);
    if (!member) return { belongs: "unknown" };
    return { belongs: isIn(member) ? "yes" : "no" };
  };

const memberIn = async (api: Api, chat: unknown, user: unknown) =>
  Number.isSafeInteger(chat) && Number.isSafeInteger(user)
    ? refusedIs(undefined, api.call<ChatMember>("getChatMember", { chat_id: chat, user_id: user }))
    : undefined;

const isAdmin = ({ status }: ChatMember) => status === "creator" || status === "administrator";
const isIn = (member: ChatMember) =>
  isAdmin(member) || member.status === "member" || (member.status === "restricted" && member.is_member);

const named = ({ id, first_name, last_name }: User) => ({
  telegramId: id,
  name: [first_name, last_name].filter(Boolean).join(" "),
});

/** What Telegram answers; `otherwise` where it refuses to say. */
async function refusedIs<T, O>(otherwise: O, answer: Promise<T>): Promise<T | O> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refused && error.code !== 429 && error.code < 500) return otherwise;
    throw error;
  }
}

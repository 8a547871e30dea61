import { bad } from "../api-error.ts";
import { chatMember } from "../chat-member.ts";
import { findStatus, isGroup, memberIds } from "../chats.ts";
import { leaveAsBot } from "../membership.ts";
import { numberOf } from "../params.ts";
import { bot, findUser, privacyOn } from "../people.ts";
import { wireMessage } from "../wire-message.ts";
import { chatIn } from "./chat-access.ts";
import type { Method } from "./method.ts";
import { newestPinned } from "./pins.ts";

export const getMe: Method = ({ g }) => ({
  ...bot,
  can_join_groups: true,
  can_read_all_group_messages: !privacyOn(g),
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
});

const noGifts = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

export const getChat: Method = ({ g }, params) => {
  const chat = chatIn(g, params, "read");
  const pinned = newestPinned(g, chat);
  return {
    ...chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: noGifts,
    ...(pinned ? { pinned_message: wireMessage(g, pinned, false) } : {}),
  };
};

export const getChatMember: Method = ({ g }, params) => {
  const user = numberOf(params, "user_id");
  const chat = chatIn(g, params, user === bot.id ? "read" : "write");
  if (user === undefined) throw bad("invalid user_id specified");
  if (!findUser(g, user)) throw bad("user not found");
  if (!isGroup(chat)) return chatMember(g, user, user === chat.id || user === bot.id ? "member" : "left");
  return chatMember(g, user, findStatus(g, chat.id, user) ?? "left");
};

/** The creator first. */
export const getChatAdministrators: Method = ({ g }, params) => {
  const chat = chatIn(g, params);
  if (!isGroup(chat)) throw bad("there are no administrators in the private chat");
  return memberIds(g, chat.id).flatMap((user) => {
    const status = findStatus(g, chat.id, user);
    return status === "creator" || status === "administrator" ? [chatMember(g, user, status)] : [];
  });
};

export const getChatMemberCount: Method = ({ g }, params) => {
  const chat = chatIn(g, params);
  return isGroup(chat) ? memberIds(g, chat.id).length : 2;
};

export const leaveChat: Method = ({ g }, params) =>
  g.atomically(() => {
    const chat = chatIn(g, params, "read");
    if (!isGroup(chat)) throw bad("chat member status can't be changed in private chats");
    leaveAsBot(g, chat.id);
    return true;
  });

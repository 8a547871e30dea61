import type { ChatMember, Status } from "./bot-api.ts";
import type { Ground } from "./ground.ts";
import { userOf } from "./people.ts";

const adminRights = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_manage_topics: false,
  can_send_welcome_messages: false,
};

/** A `ChatMember`, with the rights that its status brings. */
export function chatMember(g: Ground, user: number, status: Status): ChatMember {
  const base = { user: userOf(g, user), status };
  if (status === "creator") return { ...base, is_anonymous: false };
  if (status === "administrator") return { ...base, ...adminRights };
  if (status === "kicked") return { ...base, until_date: 0 };
  return base;
}

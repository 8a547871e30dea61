import { findChat, findStatus, isGroup, isPresent } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { type MessageView, messageView } from "./message-view.ts";
import { messagesIn, type Stored } from "./messages.ts";

const canSee = (person: number) => (message: Stored) =>
  message.receiver === null || message.receiver === person;

/** Whether a person may look into a chat. */
export function canRead(g: Ground, person: number, chat: number) {
  const found = findChat(g, chat);
  if (!found) return false;
  return isGroup(found) ? isPresent(findStatus(g, chat, person)) : chat === person;
}

/** What this person sees of a chat, oldest first; nothing of a chat that is not theirs. */
export function history(g: Ground, person: number, chat: number): MessageView[] {
  if (!canRead(g, person, chat)) return [];
  return messagesIn(g, chat)
    .filter(canSee(person))
    .map((message) => messageView(g, message, person));
}

import type { Message } from "./bot-api.ts";
import { bot } from "./people.ts";

/** Whether the bot gets this group message in privacy mode: commands, replies to it, mentions, service messages. */
export function hearsInPrivacyMode(message: Message): boolean {
  if (isService(message)) return true;
  if (message.reply_to_message?.from?.id === bot.id) return true;
  const text = message.text ?? message.caption ?? "";
  return (message.entities ?? message.caption_entities ?? []).some((entity) => {
    const part = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === "mention") return part === `@${bot.username}`;
    if (entity.type === "text_mention") return entity.user?.id === bot.id;
    return entity.type === "bot_command" && entity.offset === 0 && isForBot(part);
  });
}

/** Bare, or addressed to this bot. */
function isForBot(command: string) {
  const at = command.indexOf("@");
  return at < 0 || command.slice(at + 1) === bot.username;
}

const isService = (message: Message) =>
  message.new_chat_members !== undefined ||
  message.left_chat_member !== undefined ||
  message.group_chat_created !== undefined ||
  message.migrate_to_chat_id !== undefined ||
  message.migrate_from_chat_id !== undefined ||
  message.pinned_message !== undefined;

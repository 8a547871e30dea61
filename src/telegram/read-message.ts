import type { Context } from "telegraf";
import type { Message } from "telegraf/types";
import { filesIn } from "./read-files.ts";
import type { Raw } from "./route.ts";
import { isId } from "./sent.ts";

/** The command that a message, or the words under a file, begins with; one for another bot is none. */
export function commandIn({
  message,
  botInfo,
}: Context): { name: string; rest: string; toMe: boolean } | undefined {
  if (!message) return undefined;
  const [, name, to, rest = ""] =
    /^\/([a-zA-Z_]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(textIn(message).trim()) ?? [];
  const toMe = to?.toLowerCase() === botInfo.username.toLowerCase();
  return name && (!to || toMe) ? { name: name.toLowerCase(), rest: rest.trim(), toMe } : undefined;
}

/** What a message says and brings, and what it answers. */
export function messageIn({ message, state, botInfo }: Context): Raw {
  if (!message) return {};
  const replied = "reply_to_message" in message ? message.reply_to_message : undefined;
  const created = replied && "forum_topic_created" in replied;
  return {
    text: textIn(message),
    files: filesIn(message),
    forwarded: "forward_origin" in message,
    ...(state.about ? { [state.about.about]: state.about.id, form: state.about.form } : {}),
    ...(replied && !created && isId(replied.message_id) ? { reply: replyIn(replied, botInfo.id) } : {}),
  };
}

/** The words of a message, or under its file. */
export const textIn = (message: object) =>
  "text" in message ? String(message.text) : "caption" in message ? String(message.caption) : "";

function replyIn(replied: Message, botId: number) {
  const { message_id: messageId } = replied;
  const from = "from" in replied ? replied.from : undefined;
  const asChat = "sender_chat" in replied && replied.sender_chat !== undefined;
  const writer = from && !from.is_bot && !asChat ? from : undefined;
  const name = writer && [writer.first_name, writer.last_name].filter(Boolean).join(" ");
  return {
    messageId,
    text: textIn(replied),
    files: filesIn(replied),
    ofBot: from?.id === botId,
    ...(writer && name ? { writer: { telegramId: writer.id, name } } : {}),
  };
}

import type { Button, Content, Markup } from "./bot-api.ts";
import { fileView } from "./file-view.ts";
import type { Ground } from "./ground.ts";
import { findMessage, type Stored } from "./messages.ts";
import { nameOf, userOf } from "./people.ts";
import { reactionsOn } from "./reactions.ts";
import { safeHtml } from "./safe-html.ts";
import { serviceText } from "./service-text.ts";

export type MessageView = {
  id: number;
  from: { id: number; name: string; bot: boolean };
  /** ISO, in UTC. */
  date: string;
  edited: boolean;
  mine: boolean;
  /** Safe to put into a page as it is. */
  html?: string;
  text?: string;
  replyTo?: { id: number; from: string; text: string };
  buttons?: { text: string; data?: string; url?: string; style?: string }[][];
  keyboard?: string[][];
  forceReply?: { placeholder?: string };
  reactions?: { emoji: string; count: number; mine: boolean }[];
  photo?: string;
  document?: { name: string; url: string };
  /** Something to play: a voice note, a recording, a video, a round one. */
  sound?: { kind: "voice" | "audio" | "video" | "video_note"; url: string; seconds: number };
  /** From whom it was passed on. */
  forwarded?: string;
  service?: string;
  ephemeral?: boolean;
  pinned?: boolean;
  silent?: boolean;
};

/** ISO, in UTC, of seconds since 1970. */
export const isoOf = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();

/** A message as `viewer` sees it. */
export function messageView(g: Ground, message: Stored, viewer: number): MessageView {
  const { id, chat, content } = message;
  const sender = userOf(g, message.sender);
  const text = content.text ?? content.caption;
  const service = serviceText(content, sender);
  const reactions = reactionsOn(g, { chat, message: id }, viewer);
  const replied = message.reply_to === null ? undefined : findMessage(g, chat, message.reply_to);

  return {
    id,
    from: { id: sender.id, name: nameOf(sender), bot: sender.is_bot },
    date: isoOf(message.date),
    edited: content.edit_date !== undefined,
    mine: sender.id === viewer,
    ...(text === undefined
      ? {}
      : { text, html: safeHtml(text, content.entities ?? content.caption_entities) }),
    ...(replied
      ? { replyTo: { id: replied.id, from: nameOf(userOf(g, replied.sender)), text: gist(g, replied) } }
      : {}),
    ...markupView(content.reply_markup),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...fileView(message),
    ...forwardView(content),
    ...(service ? { service } : {}),
    ...(message.receiver === null ? {} : { ephemeral: true }),
    ...(message.pinned ? { pinned: true } : {}),
    ...(message.silent ? { silent: true } : {}),
  };
}

function markupView(markup: Markup | undefined): Pick<MessageView, "buttons" | "keyboard" | "forceReply"> {
  if (!markup) return {};
  const placeholder = markup.input_field_placeholder;
  return {
    ...(markup.inline_keyboard ? { buttons: markup.inline_keyboard.map((row) => row.map(buttonView)) } : {}),
    ...(markup.keyboard ? { keyboard: markup.keyboard.map((row) => row.map(({ text }) => text)) } : {}),
    ...(markup.force_reply ? { forceReply: placeholder ? { placeholder } : {} } : {}),
  };
}

const buttonView = ({ text, callback_data, url, style }: Button) => ({
  text,
  ...(callback_data === undefined ? {} : { data: callback_data }),
  ...(url === undefined ? {} : { url }),
  ...(style === undefined ? {} : { style }),
});

const forwardView = ({ forward_origin: origin }: Content): Pick<MessageView, "forwarded"> =>
  origin ? { forwarded: origin.type === "user" ? nameOf(origin.sender_user) : origin.sender_user_name } : {};

const SIGNS = { photo: "🖼", voice: "🎤", audio: "🎵", video: "🎬", video_note: "🎬" } as const;

/** A message in one line. */
export function gist(g: Ground, { content, sender }: Stored) {
  const text =
    content.text ??
    content.caption ??
    serviceText(content, userOf(g, sender)) ??
    Object.entries(SIGNS).find(([kind]) => kind in content)?.[1] ??
    content.document?.file_name ??
    "";
  return text.replaceAll(/\s+/g, " ").slice(0, 120);
}

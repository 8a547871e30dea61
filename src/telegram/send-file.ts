import type { FileKind } from "../files/file.ts";
import type { Due } from "../outbox/due.ts";
import type { Sent } from "../outbox/mouth.ts";
import { Refused } from "../outbox/outcome.ts";
import type { Said } from "../sayings.ts";
import type { Api } from "./api.ts";
import { type Brush, buttonsOf, common, localeFor } from "./draw.ts";
import type { Carried } from "./files.ts";
import { post, postWith } from "./post.ts";
import { words } from "./words.ts";

/** Telegram's limit for the words under a file. */
const LIMIT = 1024;

const METHODS: Record<FileKind, string> = {
  photo: "sendPhoto",
  document: "sendDocument",
  voice: "sendVoice",
  audio: "sendAudio",
  video: "sendVideo",
  video_note: "sendVideoNote",
};

/** Telegram does not know the file any more, or never did. */
const GONE = /wrong (remote )?file|file_id|file reference|FILE_REFERENCE|MEDIA_EMPTY/i;
const isGone = (error: unknown) => error instanceof Refused && error.code === 400 && GONE.test(error.message);

type Bearer = { api: Api; brush: Brush };
type Bearing = { row: Due; said: Said; file: Carried };

/** A round video bears no words: they follow it, as the second part of what is said. */
const isMute = ({ kind }: Carried) => kind === "video_note";

/** Sends a file with its words under it: by its id, else from our copy, else in words that say that it is gone. */
export async function sendFile({ api, brush }: Bearer, { row, said, file }: Bearing) {
  const locale = await localeFor(brush.app, row);
  const buttons = buttonsOf(said, { bot: brush.bot, group: row.group, locale });
  const { text: caption, ...plain } = common(row, words(said, locale, LIMIT));
  const { link_preview_options: _, ...to } = plain;
  if (row.part > 0) return textBelow(api, row, { ...plain, text: caption, ...buttons });
  const payload = isMute(file) ? { chat_id: to.chat_id } : { ...to, caption, ...buttons };
  const method = METHODS[file.kind];
  const sent = async (id: Promise<number>): Promise<Sent> => ({ messageId: await id, more: isMute(file) });
  const again = async (): Promise<Sent> => {
    const bytes = await file.copy();
    const gone = { ...common(row, words({ key: "file.gone", args: said.args }, locale)), ...buttons };
    if (!bytes) return { messageId: await post(api.call, row, gone), more: false };
    const upload = { field: file.kind, name: file.name, mime: file.mime, bytes };
    return sent(postWith(api.call, row, (where) => api.upload(method, { ...payload, ...where }, upload)));
  };

  return async (): Promise<Sent> => {
    if (!file.fileId) return again();
    const known = { ...payload, [file.kind]: file.fileId };
    return sent(postWith(api.call, row, (where) => api.call(method, { ...known, ...where }))).catch(
      (error: unknown) => {
        if (isGone(error)) return again();
        throw error;
      },
    );
  };
}

/** The words of a file that bears none itself, right after it. */
const textBelow = (api: Api, row: Due, payload: object) => async (): Promise<Sent> => ({
  messageId: await post(api.call, { ...row, replyTo: null }, payload),
  more: false,
});

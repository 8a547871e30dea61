import type { Due } from "../outbox/due.ts";
import { Refused } from "../outbox/outcome.ts";
import type { Api } from "./api.ts";
import type { Photo } from "./pictures.ts";
import { NO_TOPIC, post, postWith } from "./post.ts";

type Pictured = { photo: Photo; payload: object };

/** A picture with the words below it; where Telegram takes no picture, the words alone. Returns the message's id. */
export async function sendPhoto(
  { call, upload }: Api,
  row: Due,
  { photo, payload }: Pictured,
): Promise<number> {
  const { caption, file } = photo;
  const below = { ...payload, caption, text: undefined, link_preview_options: undefined };
  const sent = postWith(call, row, (where) => upload("sendPhoto", { ...below, ...where }, file));
  return sent.catch((error: unknown) => {
    if (!isRefused(error)) throw error;
    return post(call, row, payload);
  });
}

/** Whether it was the picture that was not taken; to be asked to wait, or to go elsewhere, is another thing. */
const isRefused = (error: unknown) =>
  error instanceof Refused &&
  error.code >= 400 &&
  error.code < 500 &&
  error.code !== 429 &&
  error.migrateTo === undefined &&
  !NO_TOPIC.test(error.message);

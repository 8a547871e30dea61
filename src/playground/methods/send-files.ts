import { ApiError, bad } from "../api-error.ts";
import type { Content } from "../bot-api.ts";
import { fileContent, ids } from "../file-content.ts";
import {
  addFile,
  findFile,
  folders,
  type Kind,
  pathOf,
  pictureSize,
  type StoredFile,
  setLength,
} from "../files.ts";
import type { Ground } from "../ground.ts";
import { numberOf, type Params, textOf, type Upload } from "../params.ts";
import type { Method } from "./method.ts";
import { send } from "./send.ts";
import { wordsIn } from "./text.ts";

const MiB = 1024 * 1024;

/** `sendPhoto`, `sendVoice` …: a file of this kind, with words under it; a round video has none. */
export const sendFile =
  (kind: Kind): Method =>
  ({ g }, params) =>
    send(g, params, () => {
      const caption = kind === "video_note" ? {} : captionIn(g, params);
      return { ...fileContent(g, kind, fileIn(g, params, kind)), ...caption };
    });

export const getFile: Method = ({ g }, params) => {
  const file = findFile(g, textOf(params, "file_id") ?? "");
  if (!file) throw bad("wrong file_id or the file is temporarily unavailable");
  if (file.bytes.length > 20 * MiB) throw bad("file is too big");
  return { ...ids(file), file_path: pathOf(file) };
};

/** A file that came with the call, or one that was sent before. */
function fileIn(g: Ground, params: Params, field: Kind): StoredFile {
  const text = textOf(params, field);
  const upload = params.files.get(text?.startsWith("attach://") ? text.slice("attach://".length) : field);
  if (upload) return stored(g, params, { field, upload });
  if (!text) throw bad(`there is no ${field} in the request`);
  if (/^https?:/.test(text)) throw bad("failed to get HTTP URL content");
  const known = findFile(g, text);
  if (!known) throw bad("wrong remote file identifier specified: Wrong string length");
  if (known.folder !== folders[field]) throw bad(`can't use file of this type as ${field}`);
  return known;
}

function stored(g: Ground, params: Params, { field, upload }: { field: Kind; upload: Upload }) {
  if (upload.bytes.length === 0) throw bad("file must be non-empty");
  if (upload.bytes.length > (field === "photo" ? 10 : 50) * MiB) {
    if (field === "photo") throw bad("file is too big");
    throw new ApiError(413, "Request Entity Too Large");
  }
  const size = pictureSize(upload.bytes);
  if (field === "photo" && !size) throw bad("IMAGE_PROCESS_FAILED");
  const file = addFile(g, upload, folders[field], size);
  setLength(g, file.id, numberOf(params, "duration") ?? 0);
  return file;
}

function captionIn(g: Ground, params: Params): Content {
  const { text, entities } = wordsIn(g, params, "caption");
  if (text === "") return {};
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

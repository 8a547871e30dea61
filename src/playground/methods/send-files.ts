import { ApiError, bad } from "../api-error.ts";
import type { Content } from "../bot-api.ts";
import { addFile, findFile, pathOf, pictureSize, type StoredFile } from "../files.ts";
import type { Ground } from "../ground.ts";
import { type Params, textOf, type Upload } from "../params.ts";
import type { Method } from "./method.ts";
import { send } from "./send.ts";
import { wordsIn } from "./text.ts";

const MiB = 1024 * 1024;

export const sendPhoto: Method = ({ g }, params) =>
  send(g, params, () => {
    const caption = captionIn(g, params);
    const file = fileIn(g, params, { field: "photo", folder: "photos", most: 10 * MiB });
    return { photo: [sizeOf(file)], ...caption };
  });

export const sendDocument: Method = ({ g }, params) =>
  send(g, params, () => {
    const caption = captionIn(g, params);
    const file = fileIn(g, params, { field: "document", folder: "documents", most: 50 * MiB });
    return { document: { ...ids(file), file_name: file.name, mime_type: file.mime }, ...caption };
  });

export const getFile: Method = ({ g }, params) => {
  const file = findFile(g, textOf(params, "file_id") ?? "");
  if (!file) throw bad("wrong file_id or the file is temporarily unavailable");
  if (file.bytes.length > 20 * MiB) throw bad("file is too big");
  return { ...ids(file), file_path: pathOf(file) };
};

type Wanted = { field: "photo" | "document"; folder: StoredFile["folder"]; most: number };

/** A file that came with the call, or one that was sent before. */
function fileIn(g: Ground, params: Params, { field, folder, most }: Wanted): StoredFile {
  const text = textOf(params, field);
  const upload = params.files.get(text?.startsWith("attach://") ? text.slice("attach://".length) : field);
  if (upload) return stored(g, upload, { field, folder, most });
  if (!text) throw bad(`there is no ${field} in the request`);
  if (/^https?:/.test(text)) throw bad("failed to get HTTP URL content");
  const known = findFile(g, text);
  if (!known) throw bad("wrong remote file identifier specified: Wrong string length");
  if (known.folder !== folder) throw bad(`can't use file of this type as ${field}`);
  return known;
}

function stored(g: Ground, upload: Upload, { field, folder, most }: Wanted) {
  if (upload.bytes.length === 0) throw bad("file must be non-empty");
  if (upload.bytes.length > most) {
    if (field === "photo") throw bad("file is too big");
    throw new ApiError(413, "Request Entity Too Large");
  }
  const size = pictureSize(upload.bytes);
  if (field === "photo" && !size) throw bad("IMAGE_PROCESS_FAILED");
  return addFile(g, upload, folder, size);
}

const ids = ({ id, bytes }: StoredFile) => ({
  file_id: id,
  file_unique_id: id.slice(0, 15),
  file_size: bytes.length,
});

const sizeOf = (file: StoredFile) => ({ ...ids(file), width: file.width ?? 0, height: file.height ?? 0 });

function captionIn(g: Ground, params: Params): Content {
  const { text, entities } = wordsIn(g, params, "caption");
  if (text === "") return {};
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

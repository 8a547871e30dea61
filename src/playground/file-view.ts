import type { Content } from "./bot-api.ts";
import type { MessageView } from "./message-view.ts";
import type { Stored } from "./messages.ts";

type Files = Pick<MessageView, "photo" | "document" | "sound">;

/** The files of a message, where the page finds them. */
export function fileView({ content }: Stored): Files {
  const { photo, document } = content;
  const largest = photo?.at(-1);
  const sound = soundView(content);
  return {
    ...(largest ? { photo: `/api/file/${largest.file_id}` } : {}),
    ...(document ? { document: { name: document.file_name, url: `/api/file/${document.file_id}` } } : {}),
    ...(sound ? { sound } : {}),
  };
}

function soundView(content: Content): MessageView["sound"] {
  for (const kind of ["voice", "audio", "video", "video_note"] as const) {
    const file = content[kind];
    if (file) return { kind, url: `/api/file/${file.file_id}`, seconds: file.duration };
  }
  return undefined;
}

import { type About, type Saying, toast, whisper } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import type { FileSayings } from "./file.ts";

/** So many files come at a press. */
const AT_ONCE = 10;

type Bearer = "file.sent" | "material.file" | "experience.file";
type Found = { id: number; kind: string; giver: FileSayings["file.sent"]["giver"] };

/** What the files belong to, and from which of them on they are wanted. */
type Of = { id: number; from: number; code: string; title: string; about?: About };

/** Each file, privately, to the person who asked; the last one leads on to the rest. */
export function sendFiles(
  { person, chat }: Pick<LabScene, "person" | "chat">,
  bearer: Bearer,
  { all, of }: { all: Found[]; of: Of },
): Saying[] {
  const { id, from, code, title, about } = of;
  const files = all.slice(from, from + AT_ONCE);
  if (files.length === 0) return [toast("file.none", {}, true)];
  const elsewhere = chat.kind !== "private";
  if (elsewhere && person.private !== "open") return [toast("person.pressStart", {}, true)];
  const total = all.length;
  const sent = files.map(({ id: attachment, kind, giver }, i): Saying => {
    const n = from + i + 1;
    const next = i === AT_ONCE - 1 && n < total ? [{ id, from: n }] : [];
    const args = { attachment, kind, code, title, n, total, giver, next };
    return whisper(bearer, args, about ? { about } : {});
  });
  return elsewhere ? [toast("file.onItsWay", { count: files.length }), ...sent] : sent;
}

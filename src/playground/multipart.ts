import { bad } from "./api-error.ts";
import type { Upload } from "./params.ts";

const gap = Buffer.from("\r\n\r\n");

/** The fields and files of a multipart body; `type` is its content type. */
export function parseMultipart(body: Buffer, type: string) {
  const boundary = /boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) throw bad("boundary expected in multipart/form-data");
  const fields: Record<string, string> = {};
  const files = new Map<string, Upload>();
  for (const part of partsOf(body, Buffer.from(`--${mark}`))) {
    const { name, fileName, mime, bytes } = readPart(part);
    if (fileName === undefined) fields[name] = bytes.toString("utf8");
    else files.set(name, { name: fileName || "file", mime, bytes });
  }
  return { fields, files };
}

/** What lies between two marks, without the line ends around it. */
function partsOf(body: Buffer, mark: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let at = body.indexOf(mark);
  if (at < 0) throw bad("can't parse multipart/form-data");
  for (;;) {
    const start = at + mark.length;
    if (body.toString("latin1", start, start + 2) === "--") return parts;
    const next = body.indexOf(Buffer.concat([Buffer.from("\r\n"), mark]), start);
    if (next < 0) throw bad("can't parse multipart/form-data: the last part has no end");
    parts.push(body.subarray(start + 2, next));
    at = next + 2;
  }
}

function readPart(part: Buffer) {
  const end = part.indexOf(gap);
  if (end < 0) throw bad("can't parse multipart/form-data: a part has no headers");
  const headers = part.toString("utf8", 0, end);
  const name = /content-disposition:[^\r\n]*[;\s]name="([^"]*)"/i.exec(headers)?.[1];
  const [, quoted, bare] =
    /content-disposition:[^\r\n]*[;\s]filename=(?:"([^"]*)"|([^\s;]*))/i.exec(headers) ?? [];
  if (name === undefined) throw bad("can't parse multipart/form-data: a part has no name");
  return {
    name,
    fileName: quoted ?? bare,
    mime: /content-type:\s*([\w.+-]+\/[\w.+-]+)/i.exec(headers)?.[1] ?? "application/octet-stream",
    bytes: part.subarray(end + gap.length),
  };
}

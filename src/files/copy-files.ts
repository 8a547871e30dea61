import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { App } from "../app.ts";
import { each } from "../each.ts";
import { once } from "../once.ts";
import { pathOfCopy } from "./file.ts";

/** Files of so many bytes at the most are copied; Telegram lets a bot fetch ten times that. */
export const LARGEST = 2 * 1024 * 1024;
/** A copy is tried so often, and then no more: the waits double from a minute to a day. */
export const TRIES = 12;
const AT_ONCE = 20;

type Wanted = { id: number; fileId: string; copyFailures: number };

/** Copies small files, so that they are still there when Telegram has lost them. Two processes may do it at once. */
export async function copyFiles(app: App): Promise<void> {
  const { files, db, clock } = app;
  if (!files) return;
  const due = await db.$queryRaw<Wanted[]>`
    select id, "fileId", "copyFailures" from "Attachment"
    where "copiedAt" is null and "copyFailures" < ${TRIES} and coalesce(bytes, 0) <= ${LARGEST}
      and "addedAt" + (power(2, "copyFailures") - 1) * interval '1 minute' <= ${clock.now()}
    order by "copyFailures", id limit ${AT_ONCE}`;
  await each(app, due, (one) => copy(app, files, one));
}

async function copy(app: App, files: NonNullable<App["files"]>, { id, fileId, copyFailures }: Wanted) {
  try {
    await fetchTo(pathOfCopy(files.dir, id), () => files.fetch(fileId));
  } catch (error) {
    const failures = error instanceof TooLarge ? TRIES : copyFailures + 1;
    app.log.warn({ err: error, attachment: id, failures }, "file not copied");
    return note(app, `copy:${id}:failure:${failures}`, { id, data: { copyFailures: failures } });
  }
  return note(app, `copy:${id}`, { id, data: { copiedAt: app.clock.now() } });
}

type Noted = { id: number; data: { copyFailures: number } | { copiedAt: Date } };

/** The file may have been erased meanwhile. */
const note = (app: App, key: string, { id, data }: Noted) =>
  once(app, { key }, async (db) => {
    await db.attachment.updateMany({ where: { id, copiedAt: null }, data });
    return { origin: {}, sayings: [] };
  });

/** It is larger than Telegram said, or Telegram did not say. */
class TooLarge extends Error {
  override name = "TooLarge";
}

/** Nobody ever sees half a file: it gets its name when it is whole and on the disk. */
async function fetchTo(path: string, fetch: () => Promise<NodeJS.ReadableStream>) {
  const part = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await pipeline(await fetch(), upTo(LARGEST), createWriteStream(part, { flush: true }));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function upTo(most: number) {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > most) done(new TooLarge());
      else done(null, chunk);
    },
  });
}

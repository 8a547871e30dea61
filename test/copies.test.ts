import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { inspect } from "node:util";
import { describe } from "vitest";
import { copyFiles, LARGEST, TRIES } from "../src/files/copy-files.ts";
import { pathOfCopy } from "../src/files/file.ts";
import { who } from "../src/playground/cast.ts";
import { dropFile } from "../src/playground/files.ts";
import { token } from "../src/playground/people.ts";
import { type Chat, expect, test } from "./support/chat.ts";
import { opens } from "./support/opens.ts";

const MINUTE = 60_000;
const dirOf = (chat: Chat) => join(chat.dataDir, "files");
const kept = (chat: Chat) => chat.app.db.attachment.findMany({ orderBy: { id: "asc" } });
const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Ana sends these files with one idea. */
async function gives(chat: Chat, ...files: Buffer[]) {
  await opens(chat);
  for (const bytes of files) await chat.sends("ana", { kind: "document", bytes, name: "data.bin" });
  await chat.tells("ana", "Bank sampah di tiap sekolah");
}

/** The files are given anew, and not yet copied. */
async function forgets(chat: Chat) {
  const data = { copiedAt: null, copyFailures: 0, addedAt: chat.clock.now() };
  await chat.app.db.attachment.updateMany({ data });
  await chat.app.db.done.deleteMany({ where: { key: { startsWith: "copy:" } } });
  rmSync(dirOf(chat), { recursive: true, force: true });
  return kept(chat);
}

/** All files below a folder. */
const below = (dir: string) =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    : [];

describe("copies of files", () => {
  test("are made of small ones, whole, and outlast a restart", async ({ chat }) => {
    const [small, large] = [Buffer.alloc(LARGEST, 7), Buffer.alloc(LARGEST + 1, 7)];
    await gives(chat, small, large);
    await chat.pass(MINUTE);
    await chat.restart();
    await chat.pass(MINUTE);
    const [first, second] = await kept(chat);
    expect(second).toMatchObject({ copiedAt: null, copyFailures: 0 });
    expect(first?.copiedAt).toBeInstanceOf(Date);
    expect(digest(readFileSync(pathOfCopy(dirOf(chat), first?.id ?? 0)))).toBe(digest(small));
    expect(below(dirOf(chat))).toHaveLength(1);
    expect(chat.world.calls().filter(({ method }) => method === "getFile")).toHaveLength(1);
    expect(chat.errors).toEqual([]);
  });

  test("are tried again, ever more seldom, and given up; nothing secret is logged", async ({ chat }) => {
    await gives(chat, Buffer.from("Data"));
    const [file] = await forgets(chat);
    dropFile(chat.world.inside.ground, file?.fileId ?? "");
    const asked = () => chat.world.calls().filter(({ method }) => method === "getFile").length;
    const before = asked();
    const tries = () => asked() - before;
    await chat.pass(1_000);
    expect(tries()).toBe(1);
    await chat.pass(30_000);
    expect(tries()).toBe(1);
    await chat.pass(MINUTE);
    expect(tries()).toBe(2);
    for (let again = 0; again < TRIES + 3; again++) await chat.pass(2 ** again * MINUTE);
    expect(tries()).toBe(TRIES);
    expect(await kept(chat)).toMatchObject([{ copiedAt: null, copyFailures: TRIES }]);
    expect(inspect(chat.errors, { depth: 9 })).toContain("wrong file_id");
    expect(inspect(chat.errors, { depth: 9 })).not.toContain(token);
  });

  test("are one when two processes make them at once, and never half a file", async ({ chat }) => {
    await gives(chat, Buffer.from("Data"));
    const [file] = await forgets(chat);
    const fetch = async () => Readable.from([Buffer.from("Da"), Buffer.from("ta")]);
    const app = { ...chat.app, files: { dir: dirOf(chat), fetch } };
    await Promise.all([copyFiles(app), copyFiles(app), copyFiles(app)]);
    expect(below(dirOf(chat)).map(({ name }) => name)).toEqual([String(file?.id)]);
    expect(readFileSync(pathOfCopy(dirOf(chat), file?.id ?? 0), "utf8")).toBe("Data");
    expect(chat.errors).toEqual([]);
  });

  test("cut off leave nothing behind; larger than told is not tried again", async ({ chat }) => {
    await gives(chat, Buffer.from("Satu"), Buffer.from("Dua"));
    const [, second] = await forgets(chat);
    const fetch = async (id: string) =>
      id === second?.fileId
        ? Readable.from([Buffer.alloc(LARGEST), Buffer.alloc(1)])
        : Readable.from(
            (async function* () {
              yield Buffer.from("Sa");
              throw new Error("cut");
            })(),
          );
    await copyFiles({ ...chat.app, files: { dir: dirOf(chat), fetch } });
    expect(below(dirOf(chat))).toEqual([]);
    expect((await kept(chat)).map(({ copyFailures }) => copyFailures)).toEqual([1, TRIES]);
  });

  test("do without Telegram's word on the size, and without the row when it was erased", async ({ chat }) => {
    await gives(chat, Buffer.from("Data"));
    await forgets(chat);
    await chat.app.db.attachment.updateMany({ data: { bytes: null } });
    const fetch = async () => {
      await chat.app.db.attachment.deleteMany();
      return Readable.from([Buffer.from("Data")]);
    };
    await copyFiles({ ...chat.app, files: { dir: dirOf(chat), fetch } });
    expect(await kept(chat)).toEqual([]);
    expect(chat.errors).toEqual([]);
  });
});

test("a caption that is edited changes its idea", async ({ chat }) => {
  await opens(chat);
  const id = await chat.sends(
    "ana",
    { kind: "document", bytes: Buffer.from("x") },
    { text: "/ide Perahu baca" },
  );
  chat.world.edit(who.ana, who.ana, id, "/ide Perahu perpustakaan");
  await chat.settle();
  expect(await chat.app.db.idea.findMany({ orderBy: { id: "desc" }, take: 1 })).toMatchObject([
    { text: "Perahu perpustakaan" },
  ]);
});

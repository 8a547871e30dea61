import { describe, expect, test } from "vitest";
import { createLog } from "../src/log.ts";

const SECRET = "hunter2-and-more";
const TOKEN = "7000000001:AAE_abcdefghijklmnopqrstuvwxyz-0123";

/** A log, and the lines that it wrote. */
function listen(level = "info") {
  const lines: string[] = [];
  const log = createLog({ log: { level }, secrets: [SECRET] }, { write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "{}") };
}

describe("the log", () => {
  test("is a line of JSON for each event, with its time and nothing of the machine", () => {
    const { log, lines, last } = listen();
    log.info({ lab: 3 }, "lab opened");
    expect(lines).toHaveLength(1);
    expect(last()).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      lab: 3,
      msg: "lab opened",
    });
  });

  test("is silent below its level", () => {
    const { log, lines } = listen("warn");
    log.info("hello");
    expect(lines).toEqual([]);
  });

  test("lets no secret and no token through, wherever they are", () => {
    const { log, lines } = listen();
    const err = new Error(`GET https://api.telegram.org/bot${TOKEN}/getMe`, { cause: new Error(SECRET) });
    log.error({ err, url: `postgresql://u:${SECRET}@h/d`, [TOKEN]: 1 }, `token ${TOKEN}`);
    log.child({ key: SECRET }).warn(SECRET);
    const text = lines.join("");
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(TOKEN);
    expect(text).toContain("bot<token>/getMe");
    expect(text).toContain("u:<secret>@h");
  });
});

describe("an error in the log", () => {
  test("has its kind, code, message, place and cause, and nothing that it carries", () => {
    const { log, last } = listen();
    const err = Object.assign(new TypeError("no such place", { cause: new RangeError("deep") }), {
      code: "ENOENT",
      payload: "somebody's words",
    });
    log.error({ err }, "failed");
    expect(last().err).toEqual({
      type: "TypeError",
      message: "no such place",
      code: "ENOENT",
      stack: expect.stringMatching(/^\s+at /),
      cause: { type: "RangeError", message: "deep", stack: expect.any(String) },
    });
  });

  test("of Prisma says what went wrong, without the query's words", () => {
    const { log, last, lines } = listen();
    const text =
      'Invalid `db.idea.create()` invocation:\n\n{ data: { text: "somebody\'s words" } }\n\nUnique constraint failed';
    log.error({
      err: Object.assign(new Error(text), { name: "PrismaClientKnownRequestError", code: "P2002" }),
    });
    expect(last().err).toMatchObject({
      type: "PrismaClientKnownRequestError",
      code: "P2002",
      message: "Unique constraint failed",
    });
    expect(lines.join("")).not.toContain("somebody's words");
  });

  test("given without a message lends it none of its own", () => {
    const { log, lines } = listen();
    const error = Object.assign(new Error("somebody's words\n\nNot found"), { name: "PrismaClientError" });
    log.error({ err: error });
    log.error(error);
    expect(lines).toHaveLength(2);
    expect(lines.join("")).toContain("Not found");
    expect(lines.join("")).not.toContain("somebody's words");
  });

  test("may be anything that was thrown", () => {
    const { log, last } = listen();
    log.error({ err: "somebody's words" });
    expect(last().err).toEqual({ type: "string" });
  });
});

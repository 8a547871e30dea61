import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

const TOKEN = "123456:ABC-def_0";
const folder = mkdtempSync(join(tmpdir(), "config-"));
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("an empty environment", () => {
  test("is the playground, on this machine alone, in Indonesian", () => {
    expect(readConfig({})).toMatchObject({
      playground: true,
      http: { host: "127.0.0.1", port: 8080 },
      database: { url: undefined, dataDir: "./data" },
      defaults: { locale: "id", zone: "Asia/Jakarta" },
      webhook: undefined,
      llm: undefined,
      adminIds: [],
      secrets: [],
    });
  });

  test("is the same as one with empty values", () => {
    const names = [
      "BOT_TOKEN",
      "PORT",
      "WEBHOOK_URL",
      "OPENAI_API_KEY",
      "ADMIN_IDS",
      "DEFAULT_LOCALE",
      "DATABASE_URL",
    ];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, " "])))).toEqual(readConfig({}));
  });
});

describe("the playground", () => {
  test.for([
    [{}, true],
    [{ BOT_TOKEN: TOKEN }, false],
    [{ BOT_TOKEN: TOKEN, PLAYGROUND: "on" }, true],
    [{ BOT_TOKEN: TOKEN, PLAYGROUND: "off" }, false],
  ] as const)("with %j is %s", ([env, on]) => expect(readConfig(env).playground).toBe(on));

  test("cannot be off where there is no token", () => {
    expect(problemsOf({ PLAYGROUND: "off" })).toEqual(["BOT_TOKEN: is missing, and PLAYGROUND is off"]);
  });
});

describe("problems", () => {
  const wrong = {
    BOT_TOKEN: "very-secret",
    PORT: "70000",
    DATABASE_URL: "mysql://u:hunter2@h/d",
    WEBHOOK_URL: "https://bot.example/hook",
    DEFAULT_LOCALE: "fr",
    DEFAULT_TIME_ZONE: "Mars/Kota",
    ADMIN_IDS: "1, budi",
    LOG_LEVEL: "loud",
  };

  test("are named all at once, a line each", () => {
    const named = problemsOf(wrong).map((line) => line.split(":")[0]);
    expect(named.sort()).toEqual([
      ...[
        "ADMIN_IDS",
        "BOT_TOKEN",
        "DATABASE_URL",
        "DEFAULT_LOCALE",
        "DEFAULT_TIME_ZONE",
        "LOG_LEVEL",
        "PORT",
      ],
      "WEBHOOK_SECRET",
    ]);
  });

  test.for(["TELEGRAM_API_ROOT", "WEBHOOK_URL", "OPENAI_BASE_URL", "HTTPS_PROXY"])(
    "of an address in %s: it must begin with http",
    (name) => {
      const secret = { WEBHOOK_SECRET: "s" };
      for (const address of ["localhost:8081", "socks5://localhost:1080", "bot.example"])
        expect(problemsOf({ ...secret, [name]: address })).toEqual([
          `${name}: must be an https:// or http:// address`,
        ]);
      expect(problemsOf({ ...secret, [name]: "http://localhost:8081" })).toEqual([]);
    },
  );

  test("never repeat a value", () => {
    const text = problemsOf({ ...wrong, WEBHOOK_SECRET: "with spaces" }).join("\n");
    for (const value of ["very-secret", "hunter2", "with spaces"]) expect(text).not.toContain(value);
  });
});

describe("NAME_FILE", () => {
  const file = join(folder, "token");
  writeFileSync(file, `${TOKEN}\n`);

  test("holds the path of a file that holds the secret", () => {
    const { telegram, secrets } = readConfig({ BOT_TOKEN_FILE: file });
    expect(telegram.token).toBe(TOKEN);
    expect(secrets).toEqual([TOKEN]);
  });

  test("yields to NAME itself", () => {
    expect(readConfig({ BOT_TOKEN_FILE: file, BOT_TOKEN: "654321:x" }).telegram.token).toBe("654321:x");
  });

  test("that cannot be read is a problem among the others, without its path", () => {
    const path = join(folder, "none");
    const problems = problemsOf({ WEBHOOK_SECRET_FILE: path, PORT: "x" });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toBe("WEBHOOK_SECRET_FILE: the file cannot be read");
    expect(problems.join()).not.toContain(path);
  });

  test("of an empty file is a problem too, where the secret is needed", () => {
    const empty = join(folder, "empty");
    writeFileSync(empty, "\n");
    expect(problemsOf({ BOT_TOKEN_FILE: empty, PLAYGROUND: "off" })).toContain(
      "BOT_TOKEN: is missing, and PLAYGROUND is off",
    );
  });
});

test("a webhook, a model and administrators are read", () => {
  const config = readConfig({
    ...{ BOT_TOKEN: TOKEN, WEBHOOK_URL: "https://bot.example/hook", WEBHOOK_SECRET: "s3cret_-" },
    ...{ OPENAI_API_KEY: "sk-x", ADMIN_IDS: "1005 , 1003", PORT: "0", DEFAULT_TIME_ZONE: "Asia/Jayapura" },
  });
  expect(config.webhook).toEqual({ url: "https://bot.example/hook", secret: "s3cret_-" });
  expect(config.llm).toMatchObject({ apiKey: "sk-x", model: "gpt-5-mini" });
  expect(config.adminIds).toEqual([1005, 1003]);
  expect(config.http.port).toBe(0);
  expect(config.secrets).toEqual([TOKEN, "s3cret_-", "sk-x"]);
});

test("a model on a machine of one's own needs no key", () => {
  expect(readConfig({ OPENAI_BASE_URL: "http://127.0.0.1:11434/v1" }).llm?.apiKey).toBeUndefined();
});

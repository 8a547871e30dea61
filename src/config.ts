import { readFileSync } from "node:fs";
import { z } from "zod";

const Zone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf("timeZone").includes(zone),
    "is no time zone, such as Asia/Jakarta",
  );
const AdminIds = z.string().regex(/^\d+(\s*,\s*\d+)*$/, "must be Telegram user ids, comma separated");

const Http = z.url({ protocol: /^https?$/, error: "must be an https:// or http:// address" });

const Env = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, "must look like 123456:ABC…, as BotFather gave it")
    .optional(),
  PLAYGROUND: z.enum(["auto", "on", "off"]).default("auto"),
  TELEGRAM_API_ROOT: Http.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }).optional(),
  DATA_DIR: z.string().default("./data"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  WEBHOOK_URL: Http.optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, "may hold only A-Z a-z 0-9 _ -")
    .optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: Http.optional(),
  OPENAI_MODEL: z.string().default("gpt-5-mini"),
  OPENAI_TRANSCRIPTION_MODEL: z.string().optional(),
  ADMIN_IDS: AdminIds.optional(),
  DEFAULT_LOCALE: z.enum(["id", "en"]).default("id"),
  DEFAULT_TIME_ZONE: Zone.default("Asia/Jakarta"),
  HTTPS_PROXY: Http.optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

const SECRETS = ["BOT_TOKEN", "DATABASE_URL", "WEBHOOK_SECRET", "OPENAI_API_KEY"] as const;

/** The environment is not right. The message has one line for each problem. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

export type Config = ReturnType<typeof readConfig>;

/**
 * Turns the environment into the program's own words.
 * @throws ConfigError with one line for each thing that is wrong; values are never repeated
 */
export function readConfig(env: Record<string, string | undefined>) {
  const problems: string[] = [];
  const given = withSecrets(env, problems);
  const parsed = Env.safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? []) problems.push(`${path.join(".")}: ${message}`);
  const { BOT_TOKEN, PLAYGROUND, WEBHOOK_URL, WEBHOOK_SECRET } = given;
  if (PLAYGROUND === "off" && !BOT_TOKEN) problems.push("BOT_TOKEN: is missing, and PLAYGROUND is off");
  if (WEBHOOK_URL && !WEBHOOK_SECRET) problems.push("WEBHOOK_SECRET: is needed with WEBHOOK_URL");
  if (problems.length > 0 || !parsed.data) throw new ConfigError(problems.join("\n"));

  const e = parsed.data;
  const playground = e.PLAYGROUND === "on" || (e.PLAYGROUND === "auto" && !e.BOT_TOKEN);
  return {
    playground,
    telegram: { token: e.BOT_TOKEN ?? "", apiRoot: e.TELEGRAM_API_ROOT, proxy: e.HTTPS_PROXY },
    webhook: e.WEBHOOK_URL && e.WEBHOOK_SECRET ? { url: e.WEBHOOK_URL, secret: e.WEBHOOK_SECRET } : undefined,
    database: { url: e.DATABASE_URL, dataDir: e.DATA_DIR },
    http: { host: e.HOST, port: e.PORT },
    llm:
      e.OPENAI_API_KEY || e.OPENAI_BASE_URL
        ? {
            apiKey: e.OPENAI_API_KEY,
            baseURL: e.OPENAI_BASE_URL,
            model: e.OPENAI_MODEL,
            transcriptionModel: e.OPENAI_TRANSCRIPTION_MODEL,
            proxy: e.HTTPS_PROXY,
          }
        : undefined,
    adminIds: (e.ADMIN_IDS ?? "").split(",").filter(Boolean).map(Number),
    defaults: { locale: e.DEFAULT_LOCALE, zone: e.DEFAULT_TIME_ZONE },
    log: { level: e.LOG_LEVEL },
    secrets: SECRETS.flatMap((name) => given[name] ?? []),
  };
}

/** Empty is the same as none; `NAME_FILE` holds a path to a file that holds `NAME`. */
function withSecrets(env: Record<string, string | undefined>, problems: string[]) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim())) as Record<
    string,
    string
  >;
  for (const name of SECRETS) {
    const path = given[`${name}_FILE`];
    if (!path || given[name]) continue;
    try {
      given[name] = readFileSync(path, "utf8").trim();
    } catch {
      problems.push(`${name}_FILE: the file cannot be read`);
    }
  }
  return given;
}

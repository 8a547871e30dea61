import { type DestinationStream, type LogFn, type Logger, pino } from "pino";

/** What looks like a bot's token, also right after the "bot" of an address. */
const TOKEN = /\d{6,}:[\w-]{30,}/g;

/**
 * The log: one JSON line per event. No secret of the environment, and nothing that looks like a token, gets through;
 * of an error only its kind, code, message and stack are written, never what it was given.
 */
export function createLog(
  config: { log: { level: string }; secrets: string[] },
  out?: DestinationStream,
): Logger {
  const destination = out ?? pino.destination({ dest: 1, sync: true });
  const clean = (line: string) =>
    config.secrets
      .reduce((text, secret) => text.replaceAll(secret, "<secret>"), line)
      .replace(TOKEN, "<token>");

  return pino(
    {
      level: config.log.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorOf },
      hooks: { logMethod: named },
    },
    { write: (line: string) => void destination.write(clean(line)) },
  );
}

/** Without a message pino takes the error's own, which may hold people's words. */
function named(this: Logger, args: Parameters<LogFn>, method: LogFn) {
  const [first] = args;
  const fields = first instanceof Error ? { err: first } : first;
  method.apply(this, args.length === 1 && typeof fields === "object" ? [fields, ""] : args);
}

function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack, cause } = error;
  const { code } = error as { code?: unknown };
  // Prisma's messages repeat the query's arguments, which are people's words.
  const message = name.startsWith("PrismaClient") ? withoutValues(error.message) : error.message;
  const where = stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join("\n");
  return {
    type: name,
    message,
    ...(code ? { code } : {}),
    stack: where,
    ...(cause ? { cause: errorOf(cause) } : {}),
  };
}

/** The last line, which says what was wrong, without the database's own words, which quote what was given. */
const withoutValues = (text: string): string | undefined =>
  text
    .trim()
    .replace(/ Message: `[\s\S]*`/, "")
    .split("\n")
    .at(-1)
    ?.replace(/"[^"]*"/g, '"…"');

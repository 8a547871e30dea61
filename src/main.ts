import { type Logger, pino } from "pino";
import { movableClock } from "./clock.ts";
import { ConfigError, readConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { Refused } from "./outbox/outcome.ts";
import { PostgresError } from "./postgres/postgres-error.ts";

const settings = () => readConfig(process.env);
const write = (text: string) => void process.stdout.write(text);

/** What the operator may ask for behind `node src/main.ts`; each resolves with its exit code. */
const commands: Record<string, (args: string[], signal: AbortSignal) => Promise<number>> = {
  async doctor(_, signal) {
    const { runDoctor } = await import("./operator/run-doctor.ts");
    return runDoctor({ settings, clock: movableClock(Date.now), write, signal });
  },
  async replay(args) {
    const { runReplay } = await import("./operator/run-replay.ts");
    return runReplay(args, { settings, write });
  },
};

/** Says in one line what the operator has to change, and ends. */
function leave(log: Logger, error: unknown): never {
  if (error instanceof ConfigError || error instanceof PostgresError)
    process.stderr.write(`${error.message}\n`);
  else if (error instanceof Refused) process.stderr.write(`${whatToDo(error)}\n`);
  else if (isBusy(error))
    process.stderr.write(
      `Port ${error.port} is in use, perhaps by another Lumbung: end that one, or take another port: PORT=${error.port + 1} npm start\n`,
    );
  else log.fatal({ err: error }, "could not go on");
  process.exit(1);
}

function whatToDo({ code, message }: Refused): string {
  if (code === 409) return "Another instance runs with this BOT_TOKEN: stop it, or use another token.";
  if (code === 401 || code === 404)
    return "BOT_TOKEN is not accepted by Telegram: copy it again from BotFather.";
  return `Telegram refused: ${message}`;
}

/** Whether it is the system's word that somebody else listens on that port. */
const isBusy = (error: unknown): error is Error & { port: number } =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error;

const onEnd = (end: () => void) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
};

/** Longer than this the end may not take, in milliseconds. */
const PATIENCE = 9_000;

/** Runs the bot until it is told to end. */
async function live() {
  const config = settings();
  const log = createLog(config);
  try {
    const { runBot } = await import("./operator/run-bot.ts");
    const { failed, stop } = await runBot({ config, log, source: Date.now, write });
    failed?.catch((error: unknown) => stop().finally(() => leave(log, error)));
    onEnd(() => {
      setTimeout(() => process.exit(0), PATIENCE).unref();
      void stop().then(
        () => process.exit(0),
        (error: unknown) => leave(log, error),
      );
    });
  } catch (error) {
    leave(log, error);
  }
}

async function main([name, ...args]: string[]) {
  if (name === undefined) return live();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`There is no command "${name}": ${Object.keys(commands).join(", ")}, or none.\n`);
    process.exit(1);
  }
  const ending = new AbortController();
  onEnd(() => ending.abort());
  process.exit(await command(args, ending.signal));
}

await main(process.argv.slice(2)).catch((error: unknown) => leave(pino(), error));

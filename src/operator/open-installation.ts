import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { createLog } from "../log.ts";
import { createApi } from "../telegram/api.ts";
import type { Me } from "../telegram/meet.ts";
import type { Installation } from "./installation.ts";
import { openStore } from "./open-store.ts";
import { type Machine, readMachine } from "./read-machine.ts";

type Means = { clock: Clock; machine?: (dataDir: string) => Machine };

/** How long Telegram may take to say who the bot is, in milliseconds. */
const PATIENCE = 8_000;

/** Asks for what many checks need, and waits for none of it. `close` takes down what was opened. */
export function openInstallation(
  config: Config,
  { clock, machine = readMachine }: Means,
): { installation: Installation; close(): Promise<void> } {
  const { call } = createApi(config.telegram);
  const opening = openStore(config, createLog({ log: { level: "silent" }, secrets: [] }));
  const store = opening.then((opened) => opened?.db);
  const me = config.playground ? undefined : call<Me>("getMe", {}, { timeout: PATIENCE });
  for (const asked of [store, me]) asked?.catch(() => {}); // Each check that needs it meets the error itself.

  return {
    installation: {
      config,
      clock,
      store,
      telegram: me && { call, me },
      machine: machine(config.database.dataDir),
    },
    close: () => opening.then((opened) => opened?.close()).catch(() => {}),
  };
}

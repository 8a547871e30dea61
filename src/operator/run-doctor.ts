import type { Clock } from "../clock.ts";
import { type Config, ConfigError } from "../config.ts";
import { checks } from "./checks.ts";
import { count } from "./figures.ts";
import { type Finding, wrong } from "./finding.ts";
import type { Check, Installation } from "./installation.ts";
import { openInstallation } from "./open-installation.ts";
import type { Machine } from "./read-machine.ts";
import { writeFindings } from "./write-finding.ts";

/** How long one check may take at the most, in milliseconds; most have a shorter limit of their own. */
const PATIENCE = 30_000;

type Means = {
  /** @throws ConfigError */
  settings: () => Config;
  clock: Clock;
  write: (text: string) => void;
  /** Ends the examination early. */
  signal: AbortSignal;
  machine?: (dataDir: string) => Machine;
};

/** Tells how the installation is and what to do, a line for each thing. Resolves with 1 when something is wrong. */
export async function runDoctor(means: Means): Promise<0 | 1> {
  let config: Config;
  try {
    config = means.settings();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const more = error.message.split("\n");
    const problem = {
      ...wrong(count(more.length, "problem"), "correct them; nothing else was looked at"),
      more,
    };
    means.write(writeFindings("environment", [problem], []));
    return 1;
  }
  const { installation, close } = openInstallation(config, means);
  try {
    return await examine(installation, means);
  } finally {
    // A database elsewhere needs no goodbye from somebody who is told to end.
    if (!(means.signal.aborted && config.database.url)) await close();
  }
}

/** All checks at once, told in their order. */
async function examine(installation: Installation, { write, signal }: Means): Promise<0 | 1> {
  const { secrets } = installation.config;
  const started = checks.map(([name, check]) => [name, look(check, installation, signal)] as const);
  const found: Finding[] = [];
  for (const [name, looking] of started) {
    const findings = await looking;
    found.push(...findings);
    write(writeFindings(name, findings, secrets));
  }
  const [bad, odd] = (["✗", "!"] as const).map(
    (sign) => found.filter((finding) => finding.sign === sign).length,
  );
  const said = [bad && `${count(bad, "thing")} wrong`, odd && `${count(odd, "thing")} to look at`].filter(
    Boolean,
  );
  write(`\n${said.join(", ") || "Everything is fine"}.\n`);
  return bad ? 1 : 0;
}

/** What a check found. One that fails itself, or takes too long, is a finding, so that the others have their turn. */
async function look(check: Check, installation: Installation, signal: AbortSignal): Promise<Finding[]> {
  const late = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const ended = new Promise<never>((_, reject) => {
    late.addEventListener("abort", () => reject(late.reason), { once: true });
  });
  return Promise.race([check(installation), ended]).catch((error: unknown) => {
    const { name = "Error", code } = error as { name?: string; code?: unknown };
    const why = error instanceof DOMException ? name : [name, code].filter(Boolean).join(" ");
    return [wrong(`could not be looked at (${why})`, "ask again; if it stays so, look into the bot's log")];
  });
}

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { ENVIRONMENT } from "./run-as.ts";

const HAS_PROC = existsSync("/proc/self/stat");

/**
 * When process `pid` started, in its system's own notation, or undefined when no such process runs.
 * Two processes that had the same id differ in it.
 */
export function startOf(pid: number): string | undefined {
  if (!HAS_PROC) return ask(pid, "lstart=")?.replace(/\W+/g, "-");
  try {
    // The program's name stands in brackets and may contain blanks; what follows it is fixed.
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return state === "Z" || state === "X" ? undefined : rest[18];
  } catch {
    return undefined;
  }
}

/** Whether process `pid` is the PostgreSQL server of the data folder `dir`, not somebody who got its id later. */
export function isServer(pid: number, dir: string): boolean {
  if (startOf(pid) === undefined) return false;
  if (!HAS_PROC) return ask(pid, "command=")?.includes(`/postgres -D ${dir} `) ?? false;
  try {
    const [program = "", ...args] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    // One that was started by hand may name the folder in another way, but every server works in its folder.
    return basename(program) === "postgres" && (args.includes(dir) || isSame(`/proc/${pid}/cwd`, dir));
  } catch {
    return false;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)];

  return a.dev === b.dev && a.ino === b.ino;
}

function ask(pid: number, what: string): string | undefined {
  try {
    const said = execFileSync("ps", ["-ww", "-p", String(pid), "-o", what], {
      encoding: "utf8",
      stdio: "pipe",
      env: { ...ENVIRONMENT, TZ: "UTC" }, // It says the time of a start in the zone of whoever asks.
    });
    return said.trim() || undefined;
  } catch {
    return undefined;
  }
}

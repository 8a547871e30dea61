import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { AT_ONCE } from "./scenes.ts";

export type Statement = { text: string; values: unknown[] };

/** Where Debian keeps it; undefined where it is not installed. */
export function findPgbench(): string | undefined {
  const inPath = execFileSync("sh", ["-c", "command -v pgbench || true"], { encoding: "utf8" }).trim();
  if (inPath && !inPath.includes("/usr/bin")) return inPath;
  try {
    const [newest] = readdirSync("/usr/lib/postgresql").sort((a, b) => Number(b) - Number(a));
    return newest ? `/usr/lib/postgresql/${newest}/bin/pgbench` : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The same statements as a pgbench script: what is the same in all samples is a constant, a number that differs is
 * computed from the client and the count. `samples` are client 0's first, client 1's first, client 0's second.
 */
export function scriptOf([a = [], b = [], c = []]: Statement[][]): string {
  const lines = ["\\set i :i + 1"];
  for (const [s, { text, values }] of a.entries()) {
    const bound = values.map((value, v) => {
      const name = `p${s}_${v}`;
      const [x, y, z] = [value, b[s]?.values[v], c[s]?.values[v]].map(numberOf);
      if (x === undefined || y === undefined || z === undefined || (x === y && x === z))
        return literal(value);
      lines.push(`\\set ${name} ${x} + (${y - x}) * :client_id + (${z - x}) * :i`);
      return `:${name}`;
    });
    lines.push(`${text.replace(/\s+/g, " ").replace(/\$(\d+)/g, (_, n) => bound[Number(n) - 1] ?? "null")};`);
  }
  return `${lines.join("\n")}\n`;
}

const numberOf = (value: unknown) =>
  (typeof value === "number" || typeof value === "bigint") && Number.isSafeInteger(Number(value))
    ? Number(value)
    : undefined;

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (Array.isArray(value)) return `'{${value.join(",")}}'`;
  // pgbench takes every colon before a letter for a variable.
  const escaped = String(value).replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll(":", "\\x3a");
  return `E'${escaped}'`;
}

/** Transactions per second of a script, run `times` by each client. */
export async function pgbench(
  binary: string,
  { url, script, times }: { url: string; script: string; times: number },
) {
  const dir = mkdtempSync(join(tmpdir(), "lumbung-pgbench-"));
  const file = join(dir, "script.sql");
  writeFileSync(file, script);
  const { searchParams, pathname, username, password, hostname, port } = new URL(url);
  const host = searchParams.get("host") ?? hostname;
  const to = [
    "-h",
    host,
    "-p",
    searchParams.get("port") ?? (port || "5432"),
    "-U",
    decodeURIComponent(username),
    pathname.slice(1),
  ];
  const load = ["-n", "-M", "prepared", "-c", String(AT_ONCE), "-j", "1", "-t", String(times), "-D", "i=-1"];
  try {
    const env = { PGPASSWORD: decodeURIComponent(password), PATH: "/usr/bin" };
    const { stdout } = await promisify(execFile)(binary, [...load, "-f", file, ...to], { env });
    return Number(/tps = ([\d.]+) \(without/.exec(stdout)?.[1]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

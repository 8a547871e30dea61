import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of the sorted `values` below which this share of them lies. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: number[]) => percentile(values, 0.5);

/** Megabytes of memory that a process holds; undefined where the system does not say (only Linux does). */
export const residentOf = (pid: number): number | undefined => kilobytes(`/proc/${pid}/status`, "VmRSS");

/** Megabytes of a process and all its children, what they share counted once. */
export function proportionalOf(pid: number): number | undefined {
  const sizes = [pid, ...childrenOf(pid)].map((one) => kilobytes(`/proc/${one}/smaps_rollup`, "Pss"));
  return sizes[0] === undefined ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

function kilobytes(file: string, name: string): number | undefined {
  const line = read(file).match(new RegExp(`^${name}:\\s+(\\d+) kB`, "m"))?.[1];
  return line === undefined ? undefined : Number(line) / 1024;
}

function childrenOf(parent: number): number[] {
  const pids = read("/proc/self/stat") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return pids.filter((pid) => read(`/proc/${pid}/status`).includes(`PPid:\t${parent}\n`)).map(Number);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small disk of its own, in memory, which can be filled up and emptied again. */
export type Disk = { dir: string; fill(): void; free(): void; remove(): void };

/** Whether this user may make one. */
export function canMakeDisks(): boolean {
  try {
    makeDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}

/** Makes a disk of so many megabytes. @throws Error when this user may not */
export function makeDisk(megabytes: number): Disk {
  const dir = mkdtempSync(join(tmpdir(), "lumbung-disk-"));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", dir], { stdio: "ignore" });
  } catch (error) {
    remove();
    throw error;
  }
  const ballast = join(dir, "ballast");
  return {
    dir: join(dir, "server"),
    fill: () => writeUntilFull(ballast),
    free: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync("umount", ["-l", dir]);
      remove();
    },
  };
}

function writeUntilFull(file: string) {
  const ballast = openSync(file, "w");
  try {
    for (let size = 1 << 20; size >= 1024; size >>= 1) writeWhileRoom(ballast, Buffer.alloc(size));
  } finally {
    closeSync(ballast);
  }
}

function writeWhileRoom(file: number, piece: Buffer) {
  try {
    while (writeSync(file, piece) === piece.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}

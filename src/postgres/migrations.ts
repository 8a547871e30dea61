import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One step of the schema: a folder that holds migration.sql. `checksum` is what Prisma stores for it. */
export type Migration = { name: string; sql: string; checksum: string };

/** The folder of this program's own migrations. */
export const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** A time and a name; the engine breaks down on any other. */
const NAME = /^\d{14}_\w+$/;

/** Reads the migrations in the folder `dir`, oldest first. */
export function readMigrations(dir: string): Migration[] {
  if (!existsSync(dir)) return [];

  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      // Git may have written other line ends, which must not make it another migration.
      const sql = readFileSync(join(dir, name, "migration.sql"), "utf8").replaceAll("\r\n", "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

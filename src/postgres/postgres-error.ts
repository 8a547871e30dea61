/** The database cannot be used as it is. The message is one plain line that says what to change. */
export class PostgresError extends Error {
  override name = "PostgresError";
}

const NO_SPACE = /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/;
const NOT_OURS = /Permission denied|Read-only file system|EACCES|EPERM|EROFS|wrong ownership/;
const NO_NAME = /could not look up effective user ID/;

/** Says in one line what is wrong with the folder `dir`, from whatever the system or PostgreSQL said about it. */
export function explain(error: unknown, dir: string): PostgresError {
  if (error instanceof PostgresError) return error;
  const said = error instanceof Error ? error.message : String(error);

  if (NO_SPACE.test(said))
    return new PostgresError(
      `No space is left on the disk of ${dir}: free about 100 MB there, or set DATA_DIR to a folder on another disk.`,
    );
  if (NOT_OURS.test(said))
    return new PostgresError(
      `${dir} cannot be used by this user: make the user its owner, or set DATA_DIR to another folder.`,
    );
  if (/ENOTDIR|EEXIST/.test(said))
    return new PostgresError(
      `${dir} is not a folder: move that file away, or set DATA_DIR to another folder.`,
    );

  if (NO_NAME.test(said))
    return new PostgresError(
      "The user that runs the bot has no name in /etc/passwd, which PostgreSQL needs: run it as one that has, or set DATABASE_URL.",
    );

  return new PostgresError(`PostgreSQL did not start in ${dir}: ${lastWords(said)}`);
}

/** The last line in which something complained, else the last line. */
function lastWords(said: string): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "");

  return (
    lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ??
    lines.at(-1) ??
    "it said nothing"
  ).trim();
}

import { Prisma } from "../generated/prisma/client.ts";

/** A table's columns in a statement that joins several, each named `<name>.<column>`; `as` is the table's alias. */
export const columnsOf = (as: string, name: string, columns: Record<string, string>): Prisma.Sql =>
  Prisma.raw(
    Object.values(columns)
      .map((column) => `${as}."${column}" as "${name}.${column}"`)
      .join(", "),
  );

/** One table's part of a joined row; `undefined` where nothing was joined. */
export function partOf<T>(row: Record<string, unknown>, name: string): T | undefined {
  if (row[`${name}.id`] === null) return undefined;
  const start = `${name}.`;
  const own = Object.entries(row).filter(([column]) => column.startsWith(start));
  return Object.fromEntries(own.map(([column, value]) => [column.slice(start.length), value])) as T;
}

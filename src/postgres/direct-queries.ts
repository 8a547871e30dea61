import pg from "pg";
import { Prisma } from "../generated/prisma/client.ts";
import { statementName } from "./statement-name.ts";
import { storeError } from "./store-error.ts";

type Parser = (text: string) => unknown;

/** PostgreSQL's number for a list of 64-bit whole numbers, which pg's types do not name. */
const BIGINTS = 1016;
const texts = pg.types.getTypeParser(BIGINTS as number as 20, "text") as unknown as (
  text: string,
) => string[];

/** What pg reads otherwise than Prisma does: whole numbers of 64 bits, alone and in lists. */
const parsers: Record<number, Parser> = { 20: BigInt, [BIGINTS]: (text) => texts(text).map(BigInt) };

const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as "text"),
} as pg.CustomTypesConfig;

type Sql = TemplateStringsArray | Prisma.Sql;

/** Prisma's two raw queries, straight on a connection: as prepared statements, and without a wait between two. */
export type Direct = {
  $queryRaw<T>(sql: Sql, ...values: unknown[]): Promise<T>;
  $executeRaw(sql: Sql, ...values: unknown[]): Promise<number>;
};

/** @param sent is told of every statement that was sent, so that none is left behind */
export function directQueries(
  client: Pick<pg.PoolClient, "query">,
  sent: (statement: Promise<unknown>) => void,
): Direct {
  const run = (sql: Sql, values: unknown[]) => {
    const { text, values: args } = Array.isArray(sql)
      ? Prisma.sql(sql as TemplateStringsArray, ...values)
      : (sql as Prisma.Sql);
    const query = { name: statementName(text), text, values: args, types };
    const result = client.query<Record<string, unknown>>(query).catch((error: unknown) => {
      throw storeError(error);
    });
    sent(result);
    return result;
  };
  return {
    $queryRaw: async <T>(sql: Sql, ...values: unknown[]) => (await run(sql, values)).rows as T,
    $executeRaw: async (sql, ...values) => (await run(sql, values)).rowCount ?? 0,
  };
}

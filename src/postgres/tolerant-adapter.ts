import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type pg from "pg";

/** PostgreSQL's numbers of two types. */
const CHAR = 18;
const TEXT = 25;

/**
 * Prisma's adapter on `pool`, for its migration engine. The adapter refuses the one-letter type "char" of PostgreSQL's
 * catalogue, which the engine reads: so such a column passes the adapter as text, and reaches the engine as a letter.
 * What the engine tries migrations on is the pool's own database, which must be empty for that.
 * `complete` may add to each script what shall be done or fail together with it.
 */
export function tolerantAdapter(pool: pg.Pool, complete: (script: string) => string): PrismaPg {
  const letters = markLetters(pool);
  const adapter = new PrismaPg(pool);
  const plain = adapter.connect.bind(adapter);

  adapter.connect = async () => {
    const connection = await plain();
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of letters.get(result.rows) ?? [])
        result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    // Its own way cuts the script at every semicolon. In one piece PostgreSQL applies all of it or nothing.
    connection.executeScript = async (script) => void (await pool.query(complete(script)));
    return connection;
  };
  adapter.connectToShadowDb = adapter.connect;

  return adapter;
}

/** Makes each "char" in the pool's answers a text, and remembers by the rows which columns those were. */
function markLetters(pool: pg.Pool): WeakMap<object, number[]> {
  const letters = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryResult>;

  Object.assign(pool, {
    async query(config: unknown) {
      const result = await query(config);
      const columns =
        result.fields?.flatMap((field, column) => (field.dataTypeID === CHAR ? [column] : [])) ?? [];
      for (const column of columns) Object.assign(result.fields[column] ?? {}, { dataTypeID: TEXT });
      return letters.set(result.rows ?? [], columns) && result;
    },
  });
  return letters;
}

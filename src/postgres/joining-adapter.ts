import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { statementName } from "./statement-name.ts";

/** The connection that whoever asks Prisma for a transaction has begun one on already. */
export const begun = new AsyncLocalStorage<pg.PoolClient>();

/** PostgreSQL for Prisma; a transaction that `transact` began is joined rather than opened anew. */
export function joiningAdapter(pool: pg.Pool): SqlDriverAdapterFactory {
  const options = { statementNameGenerator: ({ sql }: { sql: string }) => statementName(sql) };
  const factory = new PrismaPg(pool, options);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter: SqlDriverAdapter = await factory.connect();
      const open = adapter.startTransaction.bind(adapter);
      const On = adapter.constructor as new (client: unknown, given: object) => SqlDriverAdapter;
      adapter.startTransaction = async (level) => {
        const client = begun.getStore();
        return client ? joined(new On(client, options)) : open(level);
      };
      return adapter;
    },
  };
}

/** A transaction whose beginning and end are somebody else's. */
const joined = (queries: SqlDriverAdapter): Transaction =>
  Object.assign(queries, {
    options: { usePhantomQuery: true },
    commit: async () => {},
    rollback: async () => {},
  });

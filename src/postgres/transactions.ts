import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import type { Prisma, PrismaClient } from "../generated/prisma/client.ts";
import { directQueries } from "./direct-queries.ts";
import { statementName } from "./statement-name.ts";
import { StoreError, storeError } from "./store-error.ts";

/** Runs `work` in one transaction: all that it stores is there when this resolves, or nothing of it. */
export type Transact = <T>(work: (db: Prisma.TransactionClient) => Promise<T>) => Promise<T>;

/** The connection that whoever asks Prisma for a transaction has begun one on already. */
const begun = new AsyncLocalStorage<pg.PoolClient>();

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

/**
 * Transactions with few round trips: raw statements go straight to the connection, and `begin` and `commit` with
 * them, without waiting for each other. Prisma joins when a model is first used, and costs nothing until then.
 * @throws StoreError also when the store undid what a failed statement left behind
 */
export function openTransactions(pool: pg.Pool, prisma: PrismaClient): Transact {
  return async (work) => {
    const client = await pool.connect().catch((error: unknown) => {
      throw storeError(error);
    });
    const sent: Promise<unknown>[] = [];
    const note = (statement: Promise<unknown>) => {
      statement.catch(() => {});
      sent.push(statement);
    };
    const models = lazyModels(prisma, client);
    let broken: Error | undefined;
    try {
      note(client.query("begin"));
      const result = await work(withModels(directQueries(client, note), models));
      await models.end();
      const [end] = await Promise.all([client.query("commit"), ...sent]);
      if (end.command !== "COMMIT") throw new StoreError("25P02", "the transaction had failed");
      return result;
    } catch (error) {
      await models.end().catch(() => {});
      await client.query("rollback").catch((failed: Error) => {
        broken = failed;
      });
      throw broken ? lost(error) : error;
    } finally {
      client.release(broken);
    }
  };
}

/** On a connection that is gone nothing else says what went wrong. */
const lost = (error: unknown) =>
  error instanceof StoreError ? error : new StoreError("08006", "connection lost");

type Models = { get(): Promise<Prisma.TransactionClient>; end(): Promise<void> };

/** Prisma's part of a transaction, from its first use on. */
function lazyModels(prisma: PrismaClient, client: pg.PoolClient): Models {
  const done = Promise.withResolvers<void>();
  let open: Promise<Prisma.TransactionClient> | undefined;
  let closed: Promise<void> | undefined;
  const join = () =>
    new Promise<Prisma.TransactionClient>((resolve, reject) => {
      const joined = prisma.$transaction(async (tx) => {
        resolve(tx);
        await done.promise;
      });
      closed = joined;
      joined.catch(reject);
    });
  return {
    get: () => {
      open ??= begun.run(client, join);
      return open;
    },
    async end() {
      done.resolve();
      await closed;
    },
  };
}

/** Raw statements directly, models by Prisma: together what Prisma calls a transaction's client. */
function withModels(direct: object, models: Models): Prisma.TransactionClient {
  const model = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method: string) => async (args: unknown) => {
          const tx = (await models.get()) as unknown as Record<
            string,
            Record<string, (args: unknown) => unknown>
          >;
          return tx[name]?.[method]?.(args);
        },
      },
    );
  const known: Record<string, unknown> = { ...direct };
  return new Proxy(known, {
    get(target, name) {
      if (typeof name !== "string" || name === "then") return undefined;
      target[name] ??= model(name);
      return target[name];
    },
  }) as unknown as Prisma.TransactionClient;
}

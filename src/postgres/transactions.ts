import type pg from "pg";
import type { Prisma, PrismaClient } from "../generated/prisma/client.ts";
import { directQueries } from "./direct-queries.ts";
import { lazyModels, withModels } from "./lazy-models.ts";
import { StoreError, storeError } from "./store-error.ts";

/** Runs `work` in one transaction: all that it stores is there when this resolves, or nothing of it. */
export type Transact = <T>(work: (db: Prisma.TransactionClient) => Promise<T>) => Promise<T>;

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

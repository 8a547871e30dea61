import type pg from "pg";
import type { Prisma, PrismaClient } from "../generated/prisma/client.ts";
import { begun } from "./joining-adapter.ts";

export type Models = { get(): Promise<Prisma.TransactionClient>; end(): Promise<void> };

/** Prisma's part of a transaction, from its first use on. */
export function lazyModels(prisma: PrismaClient, client: pg.PoolClient): Models {
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
export function withModels(direct: object, models: Models): Prisma.TransactionClient {
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

import type { Prisma } from "../db.ts";

/** Which replications count: those that were not taken back, and whose copy the lab sees. */
export const counts = {
  undoneAt: null,
  copy: { state: "posted" },
} as const satisfies Prisma.ReplicationWhereInput;

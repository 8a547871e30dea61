import { seen } from "../decisions/decision.ts";
import { counts } from "../exchange/replication.ts";
import type { Prisma } from "../generated/prisma/client.ts";

/** So many promises a card names, the newest first. */
const SHOWN = 3;
/** Co-authors, as they were added. */
const WITH = {
  include: { person: true },
  orderBy: [{ addedAt: "asc" }, { personId: "asc" }],
} satisfies Prisma.Idea$coauthorsArgs;

/** What a card is drawn from. Decisions show once their author was told of them. */
export const cardRecord = {
  lab: true,
  author: true,
  unit: true,
  inspiredBy: { include: { lab: true } },
  coauthors: WITH,
  joins: { where: { undoneAt: null }, include: { into: true }, orderBy: { id: "asc" } },
  joined: {
    where: { undoneAt: null, idea: { state: "joined" } },
    include: {
      idea: {
        include: { author: true, unit: true, coauthors: WITH, attachments: { select: { id: true } } },
      },
    },
  },
  recordedBy: true,
  keeper: true,
  plan: { select: { doneAt: true } },
  pulses: { where: { answeredAt: { not: null } }, orderBy: { days: "desc" } },
  commitments: {
    where: { cancelledAt: null },
    include: { person: true },
    orderBy: { id: "desc" },
    take: SHOWN,
  },
  removals: { where: { undoneAt: null }, orderBy: { id: "asc" } },
  decisions: {
    where: seen,
    include: { person: true },
    orderBy: { id: "asc" },
  },
  _count: {
    select: {
      votes: true,
      attachments: true,
      feedback: { where: { withdrawnAt: null } },
      lines: { where: { feedback: null } },
      replications: { where: counts },
    },
  },
} as const satisfies Prisma.IdeaInclude;

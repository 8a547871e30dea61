import { isSeen } from "../challenges/find-secrets.ts";
import { Prisma } from "../db.ts";

/**
 * The moment from which a digest may show an idea: a recorded one when its writer says that it is one, or after a day in
 * which it could be disowned.
 */
export const entersAt = Prisma.sql`
  case when "recordedById" is null then "postedAt" else least("ownedAt", "postedAt" + interval '24 hours') end`;

/** Ideas that the lab sees, which hidden answers are not, each with that moment. */
export const postedIdeas = Prisma.sql`(
  select *, ${entersAt} as "entersAt"
  from "Idea" where state = 'posted' and ${isSeen})`;

/** Answers that were not withdrawn. */
export const standingFeedback = Prisma.sql`(select * from "Feedback" where "withdrawnAt" is null)`;

/** Decisions that were not undone. */
export const standingDecisions = Prisma.sql`(select * from "Decision" where "undoneAt" is null)`;

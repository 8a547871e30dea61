import { z } from "zod";
import { say } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";

export const ExplainRoles = z.object({ reply: z.object({}).optional() });

/** `/tim` with words but without a person: how a role is given. */
export const explainRoles: UseCase<typeof ExplainRoles> = async (_, { reply }) => [
  reply ? say("lab.teamNobody", {}) : say("lab.teamHow", {}),
];

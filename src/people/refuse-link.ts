import { z } from "zod";
import { say } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";

export const RefuseLink = z.object({});

/** `/start` with something that is no link of ours. */
export const refuseLink: UseCase<typeof RefuseLink> = async () => [say("person.invitationUnknown", {})];

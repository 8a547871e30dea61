import { z } from "zod";
import { say } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";

export const PointToHelp = z.object({ text: z.string() });

/** A command, or a start link, that the bot does not know. */
export const pointToHelp: UseCase<typeof PointToHelp> = async (_, { text }) => [
  say("person.unknownCommand", { command: text }),
];

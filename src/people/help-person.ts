import { z } from "zod";
import { say } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";
import { roleParts } from "./person.ts";

export const HelpPerson = z.object({});

/** `/bantuan`: what this person can do here, as buttons. */
export const helpPerson: UseCase<typeof HelpPerson> = async ({ chat, lab, person, roles }) => {
  if (chat.kind !== "private") return [lab ? say("person.helpInGroup", {}) : say("lab.noneHere", {})];
  if (!lab) return [say("person.welcomeNewcomer", { name: person.name })];
  return [say("person.help", { lab: lab.name, ...roleParts(roles) })];
};

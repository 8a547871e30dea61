import { z } from "zod";
import { aside } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { settingsOf } from "./describe-settings.ts";

export const ShowSettings = z.object({ text: z.literal("") });

/** Bare `/pengaturan`: the settings with their buttons, to who asked. The private chat is then about this lab. */
export const showSettings: UseCase<typeof ShowSettings, LabScene> = async ({ db, lab, person, hasModel }) => {
  await db.person.update({ where: { id: person.id }, data: { currentLabId: lab.id } });
  return [aside("lab.settings", settingsOf(lab, hasModel))];
};

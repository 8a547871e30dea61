import { z } from "zod";
import { aside } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { changeLab } from "./change-lab.ts";
import { settingsOf } from "./describe-settings.ts";
import { settingIn } from "./setting.ts";

export const WriteSetting = z.object({ text: z.string().min(1) });

/** `/pengaturan nama Lab Tanimbar`: one setting, as text. */
export const writeSetting: UseCase<typeof WriteSetting, LabScene> = async (scene, { text }) => {
  const { db, lab, person, chat, hasModel } = scene;
  const changed = await changeLab(scene, settingIn(text));
  if ("refused" in changed) return [{ do: "message", address: { to: "aside" }, what: changed.refused }];

  await db.person.update({ where: { id: person.id }, data: { currentLabId: lab.id } });
  const heardHere = chat.kind !== "private" && changed.told.length > 0;
  return [...changed.told, ...(heardHere ? [] : [aside("lab.saved", settingsOf(changed.lab, hasModel))])];
};

import { z } from "zod";
import { RowId } from "../row-id.ts";
import { type Saying, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { changeLab } from "./change-lab.ts";
import { settingsOf } from "./describe-settings.ts";

/** A setting's name and value; `lab` where the button knows which lab it is about. */
export const PressSetting = z.object({
  name: z.string(),
  value: z.string(),
  lab: RowId.optional(),
});

/** A setting's button, under the settings or elsewhere. */
export const pressSetting: UseCase<typeof PressSetting, LabScene> = async (
  scene,
  { name, value, lab: about },
) => {
  const { lab, chat, hasModel } = scene;
  if (about && about !== lab.id) return [toast("lab.otherLab", { lab: lab.name }, true)];
  const changed = await changeLab(scene, { name, value });
  if ("refused" in changed) return [{ do: "toast", what: changed.refused, alert: true }];

  const shown: Saying[] =
    about && chat.kind === "private" ? [turn("lab.settings", settingsOf(changed.lab, hasModel))] : [];
  return [...shown, ...changed.told, toast("lab.savedToast", {})];
};

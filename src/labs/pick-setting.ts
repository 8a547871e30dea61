import { z } from "zod";
import { RowId } from "../row-id.ts";
import { turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { settingsOf } from "./describe-settings.ts";

export const PickSetting = z.object({ what: z.enum(["day", "hour", "limit", "back"]), lab: RowId });

/** Turns the settings into a choice of days or hours, and back. The chosen button says which lab it is about. */
export const pickSetting: UseCase<typeof PickSetting, LabScene> = async (
  { lab, hasModel },
  { what, lab: about },
) => {
  const args = { lab: about, name: lab.name };
  if (what === "day") return [turn("lab.pickDay", args)];
  if (what === "hour") return [turn("lab.pickHour", args)];
  if (what === "limit") return [turn("lab.pickLimit", args)];
  return [turn("lab.settings", settingsOf(lab, hasModel))];
};

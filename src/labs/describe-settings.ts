import type { Lab } from "../generated/prisma/client.ts";
import type { SettingsArgs } from "./lab.ts";

/** A lab's settings as its facilitator sees them. */
export const settingsOf = (lab: Lab, hasModel: boolean): SettingsArgs => {
  const digest = { at: lab.periodTo.toISOString(), zone: lab.zone };
  return {
    ...{ lab: lab.id, name: lab.name, code: lab.code, locale: lab.locale },
    digest: { ...digest, show: "dayTime" },
    zone: { ...digest, show: "zone" },
    record: lab.recordsTalk ? "on" : "off",
    contact: lab.contact ? [{ contact: lab.contact }] : [],
    screen: lab.screens ? "on" : "off",
    limit: lab.dailyLimit,
    model: hasModel ? [{ on: lab.usesModel ? "on" : "off" }] : [],
  };
};

import { z } from "zod";
import { giveRole } from "../people/give-role.ts";
import { nameOf } from "../people/person.ts";
import { say, toast, turn } from "../sayings.ts";
import type { Scene, UseCase } from "../use-case.ts";
import { beginRole } from "./begin-role.ts";
import { describeGroup } from "./describe-group.ts";
import { openLab } from "./open-lab.ts";

/** `admin` is what Telegram says about the presser, never what the button carries. */
export const ClaimLab = z.object({ admin: z.boolean() });

/** "Saya fasilitator": an administrator runs the lab of a group that has nobody for it, or no lab yet. */
export const claimLab: UseCase<typeof ClaimLab> = async (scene, { admin }) => {
  const { db, chat, lab, person, now } = scene;
  if (chat.kind === "private") return [toast("person.oldButton", {})];
  if (!admin) return [toast("lab.onlyAdmins", {}, true)];
  if (!lab) return openLab(scene, { facilitator: nameOf(person), standing: chat.standing });

  const state = await describeGroup(scene, chat);
  if (state.facilitators.length > 0) {
    const names = state.facilitators.map(({ name }) => name).join(", ");
    return [toast("lab.hasFacilitator", { names }, true)];
  }
  await giveRole(db, { person, lab, role: "facilitator", now });
  const waiting = await beginRole(db, { lab, person, role: "facilitator", now });
  return [turn("lab.opened", await describeGroup(scene, chat)), claimed(scene, lab.name), ...waiting];
};

const claimed = ({ person, chat }: Scene, lab: string) =>
  say("lab.claimed", { ...nameOf(person), lab, door: chat.door ?? "" });

import { z } from "zod";
import { aside } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const SetSpark = z.object({ text: z.string().regex(/^\s*(?:pertanyaan|questions?)(?:\s|$)/i) });

const SWITCH: Record<string, boolean> = { hidup: true, nyala: true, on: true, mati: false, off: false };

/** `/pengaturan pertanyaan hidup|mati`: the weekly question, in this group; said in private, in all groups of the lab. */
export const setSpark: UseCase<typeof SetSpark, LabScene> = async ({ db, lab, chat }, { text }) => {
  const on = SWITCH[text.trim().split(/\s+/)[1]?.toLowerCase() ?? ""];
  const all = { labId: lab.id, kind: { not: "private" } };
  const where = chat.kind === "private" ? all : { id: chat.id };
  if (on !== undefined) {
    await db.chat.updateMany({ where, data: { sparkOff: !on } });
    return [aside("spark.set", { on: on ? "on" : "off" })];
  }
  const groups = await db.chat.findMany({ where, select: { sparkOff: true } });
  const off = groups.filter(({ sparkOff }) => sparkOff).length;
  return [aside("spark.state", { on: off === 0 ? "on" : off < groups.length ? "some" : "off" })];
};

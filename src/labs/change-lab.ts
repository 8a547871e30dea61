import type { Db } from "../db.ts";
import { changedEnd } from "../digests/period.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { post, type Said, type Saying, say } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { changeOf } from "./setting.ts";

/** The lab as it is now, and what its groups are told; or why not. */
export type Changed = { lab: Lab; told: Saying[] } | { refused: Said };

/** Changes one setting of the scene's lab. */
export async function changeLab(
  scene: LabScene,
  { name, value }: { name: string; value: string },
): Promise<Changed> {
  const { db, lab, hasModel } = scene;
  const change = changeOf(name, value);
  if (name === "model" && !hasModel) return { refused: { key: "lab.noModel", args: {} } };
  if (!change) return { refused: { key: "lab.wrong", args: { name } } };
  if (change.code && !(await takeCode(db, lab, change.code))) {
    return { refused: { key: "lab.codeTaken", args: { code: change.code } } };
  }
  const changed = await db.lab.update({ where: { id: lab.id }, data: change });
  if (change.locale) await db.chat.updateMany({ where: { labId: lab.id }, data: { locale: null } });
  const settled = sameWeek(lab, changed) ? changed : await reschedule(scene, changed);
  return {
    lab: settled,
    told: lab.recordsTalk === settled.recordsTalk ? [] : await tellGroups(scene, settled),
  };
}

/** Makes a code this lab's; false when it is, or once was, another's. */
async function takeCode(db: Db, { id: labId }: Lab, code: string): Promise<boolean> {
  await db.labCode.createMany({ data: [{ code, labId }], skipDuplicates: true });
  return (await db.labCode.findUniqueOrThrow({ where: { code } })).labId === labId;
}

const sameWeek = (one: Lab, other: Lab) =>
  (["zone", "digestDay", "digestHour", "digestMinute"] as const).every((part) => one[part] === other[part]);

/** The running period closes at the new time. */
const reschedule = ({ db, now }: LabScene, lab: Lab): Promise<Lab> =>
  db.lab.update({
    where: { id: lab.id },
    data: { periodTo: changedEnd(lab, { from: lab.periodFrom, now }) },
  });

/** Every group of the lab hears whether its talk is kept. */
async function tellGroups({ db, chat, person }: LabScene, lab: Lab): Promise<Saying[]> {
  const groups = await db.chat.findMany({ where: { labId: lab.id, kind: { not: "private" }, leftAt: null } });
  const args = { on: lab.recordsTalk ? "on" : "off", who: person.name };
  return groups.map(({ id }) =>
    id === chat.id ? say("lab.recording", args) : post(id, "lab.recording", args),
  );
}

import { z } from "zod";
import { findTaught } from "../materials/find-taught.ts";
import { aside, type Saying } from "../sayings.ts";
import { hoursIn, startOfDay } from "../threads/thread.ts";
import { askUnitOnce } from "../units/write-profile.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { countPeriods } from "./count-periods.ts";
import { decided, mine, running } from "./find-missed.ts";
import { findUnitWork } from "./find-unit-work.ts";
import { gatherPeriods } from "./gather-periods.ts";
import { isQuiet } from "./write-digest.ts";

export const CatchUp = z.object({ text: z.string() });

const HOUR = 3_600_000;
/** Who was here today still gets a day; who was away for long, a month; who never was, a week. In hours. */
const [DAY, WEEK, MONTH] = [24, 7 * 24, 31 * 24];

/** `/ketinggalan`: what happened while this person was away, or in the time that he or she names. */
export const catchUp: UseCase<typeof CatchUp, LabScene> = async (scene, { text }) => {
  const { db, lab, now } = scene;
  const from = await fromWhen(scene, text);
  const span = { labId: lab.id, from, to: now };
  const count = (await countPeriods(db, [span])).get(lab.id);
  const [period] = count ? await gatherPeriods(db, [{ ...span, lab, count, soFar: true }]) : [];
  if (!period) throw new Error(`nothing was counted for lab ${lab.id}`);
  const more = {
    decided: await decided(scene, from),
    mine: await mine(scene, from),
    running: await running(scene),
    taught: await findTaught(scene, from),
    ...(await findUnitWork(scene)),
  };
  const parts = [more.running, more.taught, more.unit, more.due];
  const missed =
    isQuiet(period) && parts.every((part) => part.length === 0)
      ? aside("digest.nothingMissed", { lab: lab.name, from: period.from })
      : aside("digest.catchUp", { ...period, ...more });
  return [missed, ...(await askUnit(scene))];
};

/** Whose unit is not known is asked for it once, in private. */
async function askUnit(scene: LabScene): Promise<Saying[]> {
  if (scene.chat.kind !== "private" && scene.person.private !== "open") return [];
  const asked = await askUnitOnce(scene);
  return asked.map((each) => (each.do === "message" ? { ...each, address: { to: "aside" } } : each));
}

/** Since the person was last heard of here, unless a time is named. */
async function fromWhen({ db, lab, person, now }: LabScene, text: string): Promise<Date> {
  const named = hoursIn(text);
  if (named === "today") return startOfDay(now, lab.zone);
  if (named !== undefined) return new Date(now.getTime() - named * HOUR);
  const [last] = await db.$queryRaw<{ at: Date | null }[]>`
    select greatest(
      (select max("createdAt") from "Idea" where "authorId" = ${person.id} and "labId" = ${lab.id}),
      (select max("votedAt") from "Vote" v join "Idea" i on i.id = v."ideaId"
        where v."personId" = ${person.id} and i."labId" = ${lab.id}),
      (select max("saidAt") from "Line" l join "Chat" c on c.id = l."chatId"
        where l."personId" = ${person.id} and c."labId" = ${lab.id})) as at`;
  const hours = last?.at ? (now.getTime() - last.at.getTime()) / HOUR : WEEK;
  return new Date(now.getTime() - Math.min(MONTH, Math.max(DAY, hours)) * HOUR);
}

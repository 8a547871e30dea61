import { z } from "zod";
import { tellOwners } from "../authors/tell-owners.ts";
import type { Answered } from "../forms/answered.ts";
import { openForm } from "../forms/open-form.ts";
import { findIdea, findNamed, type Told, withoutCode } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { dueOf, firstReminder, todayIn } from "../plans/plan.ts";
import { RowId } from "../row-id.ts";
import { aside, react, type Saying, say, show, whisper } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { type Begun, dateOf, GRACE, readPromise } from "./commitment.ts";
import { promisedOf } from "./find-commitments.ts";

export const MakeCommitment = z.object({ idea: z.number().optional(), text: z.string().trim().min(1) });
/** A card answered, or a code given, and no words beside it. */
export const StartCommitment = z.object({
  idea: z.number(),
  text: z.string().refine((text) => withoutCode(text) === ""),
});
export const AskCommitment = z.object({ idea: RowId });
export const AskLabCommitment = z.object({});

/** `/komitmen TNB-4 Anggaran disiapkan, 30/11`, or as a reply to a card; without an idea it is a promise to the lab. */
export const makeCommitment: UseCase<typeof MakeCommitment, LabScene> = async (scene, { idea, text }) => {
  const said = await answerCommitment(scene, idea === undefined ? {} : { idea }, text);
  return "again" in said ? said.again : said;
};

/** `/komitmen` on a card or with a code: asks what, and until when. */
export const startCommitment: UseCase<typeof StartCommitment, LabScene> = (scene, { idea }) =>
  goOn(scene, { idea });

/** What a facilitator typed after `/komitmen`: a promise is its leader's own. */
export const refuseCommitment: UseCase<typeof MakeCommitment, LabScene> = async () => [
  aside("commitment.onlyLeader", {}),
];

/** `Buat komitmen` under an idea, or after a leader's support: asks what, and until when. */
export const askCommitment: UseCase<typeof AskCommitment, LabScene> = (scene, { idea }) =>
  goOn(scene, { idea });

/** `Buat komitmen` under the list: a promise to the lab, or to the idea whose code it begins with. */
export const askLabCommitment: UseCase<typeof AskLabCommitment, LabScene> = (scene) => goOn(scene, {});

/** What a leader wrote joins what was known of the promise; what is still missing is asked for. */
export async function answerCommitment(scene: LabScene, state: unknown, text: string): Promise<Answered> {
  const { db, lab, now } = scene;
  const begun = (state ?? {}) as Begun;
  const named = begun.idea ? undefined : await findNamed(db, lab, text);
  if (named === "missing") return { again: [say("commitment.noIdea", { text })] };
  const words = named || begun.idea ? withoutCode(text) : text;
  const { wrong, ...known } = readPromise(
    { ...begun, idea: begun.idea ?? named?.id },
    words,
    todayIn(lab.zone, now),
  );
  if (!wrong) return goOn(scene, known);
  const about = await openForm(scene, "commitment", { ...known, lab: lab.id });
  return [say("commitment.wrongDay", { ...wrong, text: known.what ?? "" }, { about })];
}

async function goOn(scene: LabScene, begun: Begun): Promise<Saying[]> {
  const { db, lab } = scene;
  const idea = begun.idea ? await findIdea(db, lab, begun.idea) : undefined;
  if (begun.idea && idea?.state !== "posted") return [say("idea.missing", {})];
  const { what, day } = begun;
  if (what && day) return promise(scene, idea, { what, day });
  const about = await openForm(scene, "commitment", { ...begun, lab: lab.id });
  if (what) return [say("commitment.askDay", { text: what }, { about })];
  const until = day ? [{ due: dueOf({ dueOn: dateOf(day) }, lab.zone) }] : [];
  const named = idea ? [{ code: codeOf(lab, idea), title: titleOf(idea.text).title }] : [];
  return [say("commitment.askWhat", { idea: named, until }, { about })];
}

async function promise(
  scene: LabScene,
  idea: Told | undefined,
  { what, day }: { what: string; day: string },
): Promise<Saying[]> {
  const { db, lab, person, chat, now } = scene;
  const dueOn = dateOf(day);
  const remindAt = firstReminder({ dueOn }, lab.zone, now);
  const made = await db.commitment.create({
    data: {
      ...{ labId: lab.id, ideaId: idea?.id ?? null, personId: person.id },
      ...{ text: what, dueOn, remindAt, madeAt: now },
    },
  });
  const args = promisedOf({ ...made, person, idea: idea ?? null }, lab, now);
  const about = idea ? { about: { about: "idea", id: idea.id } as const } : {};
  const how = { except: person.id, after: GRACE, cancelKey: `commitment:${made.id}` };
  return [
    ...(chat.kind === "private"
      ? [say("commitment.one", args, about)]
      : [react("noted"), whisper("commitment.one", args, about)]),
    ...(idea ? [show(idea.id), ...tellOwners(idea, { key: "commitment.told", args }, how)] : []),
  ];
}

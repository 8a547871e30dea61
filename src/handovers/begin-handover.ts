import { z } from "zod";
import type { Answered } from "../forms/answered.ts";
import { closeForms, openForm } from "../forms/open-form.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { aside, type Saying, say, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { caredFor, findByName, findLeavers, findMember, findNewcomers } from "./find-members.ts";

export const BeginHandover = z.object({ text: z.string() });
export const PickLeaver = z.object({ from: RowId, lab: RowId });
export const PickNewcomer = z.object({ from: RowId, to: RowId, lab: RowId });

/** So many ideas are named before they go over. */
const NAMED = 20;

/** `/serahterima`: who goes? By a button, or a name. */
export const beginHandover: UseCase<typeof BeginHandover, LabScene> = async (scene, { text }) => {
  const { lab } = scene;
  const about = await openForm(scene, "leaver", { lab: lab.id });
  if (text.trim() !== "") {
    const said = await answerLeaver(scene, { lab: lab.id }, text);
    return "again" in said ? said.again : said;
  }
  return [
    say("handover.askLeaver", { lab: lab.name, id: lab.id, people: await findLeavers(scene) }, { about }),
  ];
};

/** The same in a group, where it is nobody's business. */
export const pointToPrivate: UseCase<typeof BeginHandover, LabScene> = async () => [
  aside("handover.privately", {}),
];

/** Who goes, as it was typed. */
export async function answerLeaver(scene: LabScene, _: unknown, text: string): Promise<Answered> {
  const people = await findByName(scene, text);
  const [one] = people;
  if (!one) return { again: [say("handover.nobody", { text })] };
  if (people.length === 1) return askNewcomer(scene, one.id);
  return { again: [say("handover.several", { id: scene.lab.id, from: 0, text, people })] };
}

export const pickLeaver: UseCase<typeof PickLeaver, LabScene> = async (scene, { from, lab }) => {
  if (lab !== scene.lab.id) return [toast("lab.otherLab", { lab: scene.lab.name }, true)];
  return askNewcomer(scene, from);
};

async function askNewcomer(scene: LabScene, from: number): Promise<Saying[]> {
  const { lab } = scene;
  const leaver = await findMember(scene, from);
  if (!leaver) return [say("handover.notMember", {})];
  const about = await openForm(scene, "newcomer", { lab: lab.id, from });
  const people = await findNewcomers(scene, from);
  return [say("handover.askNewcomer", { id: lab.id, leaver: leaver.person.name, from, people }, { about })];
}

/** Who comes, as it was typed. */
export async function answerNewcomer(scene: LabScene, state: unknown, text: string): Promise<Answered> {
  const { from = 0 } = (state ?? {}) as { from?: number };
  const people = await findByName(scene, text, from);
  const [one] = people;
  if (!one) return { again: [say("handover.nobody", { text })] };
  if (people.length > 1)
    return { again: [say("handover.several", { id: scene.lab.id, from, text, people })] };
  const asked = await confirm(scene, from, one.id);
  return [asked ? say("handover.confirm", asked) : say("handover.notMember", {})];
}

export const pickNewcomer: UseCase<typeof PickNewcomer, LabScene> = async (scene, { from, to, lab }) => {
  if (lab !== scene.lab.id) return [toast("lab.otherLab", { lab: scene.lab.name }, true)];
  const asked = await confirm(scene, from, to);
  if (!asked) return [toast("handover.notMember", {}, true)];
  await closeForms(scene, "newcomer");
  return [turn("handover.confirm", asked)];
};

/** What would go over; nothing where they are not two members of the lab. Anonymous ideas are not even counted. */
async function confirm(scene: LabScene, from: number, to: number) {
  const { db, lab } = scene;
  const [leaver, newcomer] = [await findMember(scene, from), await findMember(scene, to)];
  if (!leaver || !newcomer || from === to) return undefined;
  const ideas = await db.idea.findMany({
    where: await caredFor(scene, from, false),
    orderBy: { number: "asc" },
  });
  return {
    ...{ id: lab.id, from, to, leaver: leaver.person.name, newcomer: newcomer.person.name },
    roles: leaver.roles.map((role) => ({ role })),
    ideas: ideas.length > 0 ? [{ count: ideas.length }] : [],
    nothing: leaver.roles.length + ideas.length === 0 ? [{}] : [],
    codes: ideas.slice(0, NAMED).map((idea) => ({ code: codeOf(lab, idea) })),
  };
}

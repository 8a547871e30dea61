import { z } from "zod";
import { findToComplete } from "../completion/complete-idea.ts";
import { fieldsFor } from "../completion/completion.ts";
import type { FileGiven } from "../files/file.ts";
import type { Answered } from "../forms/answered.ts";
import { openForm } from "../forms/open-form.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, toast, turn } from "../sayings.ts";
import { keepTalk } from "../talk/gather-talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { MOST_COAUTHORS, type Named } from "./coauthor.ts";
import { coAuthorsOf, findPeople } from "./find-people.ts";
import { tellCoAuthors } from "./tell-coauthors.ts";

export const AddCoAuthor = z.object({ idea: RowId, person: RowId });

/** Who else wrote it: a button, or a name. */
export async function askCoAuthors(scene: LabScene, idea: Told): Promise<Saying[]> {
  const about = await openForm(scene, "coauthor", { idea: idea.id });
  return [say("coauthor.shown", await peopleOf(scene, idea), { about })];
}

/** A name, typed: who alone is called that is added; several are offered as buttons. The question stays open. */
export async function answerCoAuthor(
  scene: LabScene,
  state: unknown,
  words: string,
  files: FileGiven[],
): Promise<Answered> {
  const { idea: id = 0 } = (state ?? {}) as { idea?: number };
  const idea = await findToShare(scene, id);
  if ("refused" in idea) return [say("idea.missing", {})];
  const found = await findPeople(scene, { idea, words: words.trim() });
  if (found.length === 0) {
    const { id: talk } = await keepTalk(scene, { text: words, files, forwarded: false });
    return { again: [say("coauthor.unknown", { id, words, talk })] };
  }
  const [only] = found;
  if (!only || found.length > 1)
    return { again: [say("coauthor.shown", { ...(await peopleOf(scene, idea, found)), typed: [{}] })] };
  if (isFull(idea)) return { again: [say("coauthor.full", { most: MOST_COAUTHORS })] };
  return {
    again: [
      say("coauthor.shown", await add(scene, idea, only.id)),
      ...(await changedBy(scene, idea, only.id)),
    ],
  };
}

/** A person's button. Who was named hears it once others see the idea. */
export const addCoAuthor: UseCase<typeof AddCoAuthor, LabScene> = async (
  scene,
  { idea: id, person: personId },
) => {
  const { db, lab } = scene;
  const idea = await findToShare(scene, id);
  if ("refused" in idea) return idea.refused;
  const where = { personId_labId: { personId, labId: lab.id } };
  const member = await db.membership.findUnique({ where, include: { person: true } });
  if (!member) return [toast("person.oldButton", {})];
  const { name } = member.person;
  const there = [idea.authorId, ...idea.coauthors.map((one) => one.personId)];
  if (there.includes(personId)) return [toast("coauthor.already", { name })];
  if (isFull(idea)) return [toast("coauthor.full", { most: MOST_COAUTHORS }, true)];
  return [
    turn("coauthor.shown", await add(scene, idea, personId)),
    ...(await changedBy(scene, idea, personId)),
  ];
};

const isFull = ({ coauthors }: Told) => coauthors.length >= MOST_COAUTHORS;

/** One more; who they are now. */
async function add(scene: LabScene, idea: Told, personId: number) {
  const { db, lab, now } = scene;
  await db.coAuthor.create({ data: { ideaId: idea.id, personId, addedAt: now } });
  return peopleOf(scene, (await findIdea(db, lab, idea.id)) ?? idea);
}

const changedBy = async (scene: LabScene, idea: Told, personId: number): Promise<Saying[]> => [
  show(idea.id),
  ...(idea.state === "posted"
    ? await tellCoAuthors(scene, idea, { people: [personId], by: scene.person })
    : []),
];

/** An idea whose writers this person may name; an anonymous one has none. */
export async function findToShare(scene: LabScene, id: number) {
  const idea = await findToComplete(scene, id);
  if ("refused" in idea || fieldsFor(scene, idea).includes("coauthors")) return idea;
  return { refused: [toast("idea.ownOnly", {}, true)] };
}

export async function peopleOf(scene: LabScene, idea: Told, found?: Named[]) {
  const people = await coAuthorsOf(scene.db, idea);
  return {
    ...{ id: idea.id, code: codeOf(scene.lab, idea), people },
    names: people.length > 0 ? [{ names: people.map(({ name }) => name).join(", ") }] : [],
    typed: [],
    found: found ?? (await findPeople(scene, { idea })),
  };
}

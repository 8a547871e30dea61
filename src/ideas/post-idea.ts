import { z } from "zod";
import { owns } from "../authors/own-idea.ts";
import { tellCoAuthors } from "../authors/tell-coauthors.ts";
import { sendAnswer } from "../challenges/send-answer.ts";
import { recordReplication } from "../exchange/record-replication.ts";
import { keepFiles } from "../files/keep-files.ts";
import { countShown } from "../files/show-files.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { aboutAsked, askedNow, closeAbout } from "../questions/ask-question.ts";
import type { Asks } from "../questions/question.ts";
import { RowId } from "../row-id.ts";
import { card, type Said, type Saying, toast, turn } from "../sayings.ts";
import { admitIdea } from "../screening/admit-idea.ts";
import { askForYes } from "../screening/ask-for-yes.ts";
import { fullOf } from "../screening/hold-idea.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { createIdea, sentAs, type Worded } from "./add-idea.ts";
import { findIdea, type Told } from "./find-idea.ts";
import { placeOf } from "./find-place.ts";
import { codeOf, titleOf } from "./idea.ts";
import { firstQuestion } from "./keep-idea.ts";

export const PostIdea = z.object({
  idea: RowId,
  how: z.enum(["name", "anonymous", "not"]),
});

/** The author of a kept idea says how others see it: under a name, without one, or not at all. */
export const postIdea: UseCase<typeof PostIdea, LabScene> = async (scene, { idea: id, how }) => {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  if (!owns(scene, idea)) return [toast("idea.ownOnly", {}, true)];
  const code = codeOf(lab, idea);
  if (idea.state !== "draft") return [toast("idea.alreadySent", { code })];

  const answered = how === "not" ? undefined : await sendAnswer(scene, idea, how);
  if (answered) return answered;
  if (how === "anonymous") {
    const { said, asked } = await submitAnonymously(scene, idea, askedNow);
    if (said.key === "idea.full") return [toast("idea.fullToday", said.args, true)];
    return [{ do: "turn", what: said }, ...asked];
  }
  if (how === "not") {
    await db.idea.update({ where: { id }, data: { state: "withdrawn" } });
    await closeAbout(scene, idea);
    return [turn("idea.discarded", { id, code })];
  }
  return postUnderName(scene, idea);
};

async function postUnderName(scene: LabScene, idea: Told): Promise<Saying[]> {
  const { db, lab, person, now } = scene;
  const fate = await admitIdea(scene);
  if (fate === "full") return [toast("idea.fullToday", fullOf(scene, idea, "name"), true)];
  await db.idea.update({ where: { id: idea.id }, data: sentAs(fate, now) });
  const args = {
    code: codeOf(lab, idea),
    title: titleOf(idea.text).title,
    asks: await askedNow(scene, idea),
  };
  if (fate === "waiting") return [turn("idea.screened", args), ...(await askForYes(db, lab, idea))];
  const along = idea.coauthors.map(({ personId }) => personId);
  const told = await tellCoAuthors(scene, idea, { people: along, by: person });
  const more = [...told, ...(await recordReplication(scene, idea))];
  const place = await placeOf(db, lab, idea);
  if (!place) return [turn("idea.sentNowhere", args), ...more];
  return [turn("idea.sent", { ...args, group: place.title }), card(place.address, idea.id), ...more];
}

/** An idea that its author wanted no name on before it was written. */
export async function keepAnonymously(scene: LabScene, { text, files = [] }: Worded): Promise<Saying[]> {
  const { db, lab, person, now } = scene;
  const draft = { authorId: person.id, text, state: "draft", createdAt: now };
  const idea = await createIdea(db, lab, { ...draft, anonymous: true });
  await keepFiles(scene, files, { ideaId: idea.id });
  const { said, asked } = await submitAnonymously(scene, { ...idea, text }, firstQuestion);
  const { asks = [] } = said.args as { asks?: Asks[] };
  return [{ do: "message", address: { to: "here" }, what: said, ...aboutAsked(asks) }, ...asked];
}

type Submitted = { said: Said<"idea.waits" | "idea.waitsNobody" | "idea.full">; asked: Saying[] };
type Sent = Pick<Idea, "id" | "number" | "text">;

/** Asks the facilitators for their yes, who see the words, not the author, nor anybody who wrote it along; what the author reads, with a question. */
async function submitAnonymously(
  scene: LabScene,
  idea: Sent,
  ask: (scene: LabScene, idea: Sent) => Promise<Asks[]>,
): Promise<Submitted> {
  const { db, lab, now } = scene;
  const { id, text } = idea;
  if ((await admitIdea(scene)) === "full")
    return { said: { key: "idea.full", args: fullOf(scene, idea, "anonymous") }, asked: [] };
  await db.idea.update({ where: { id }, data: { ...sentAs("waiting", now), anonymous: true } });
  await db.coAuthor.deleteMany({ where: { ideaId: id } });
  const asked = await askForYes(db, lab, { ...idea, anonymous: true, author: scene.person });
  const key = asked.length > 0 ? "idea.waits" : "idea.waitsNobody";
  const { own } = await countShown(db, id);
  const args = { code: codeOf(lab, idea), title: titleOf(text).title, own, asks: await ask(scene, idea) };
  return { said: { key, args }, asked };
}

import { z } from "zod";
import { describeSharing } from "../exchange/describe-sharing.ts";
import { findExperiences } from "../experiences/find-experiences.ts";
import { listFiles } from "../files/show-files.ts";
import { cut } from "../language/cut.ts";
import { RowId } from "../row-id.ts";
import { aside, type Saying, say, toast } from "../sayings.ts";
import { progressOf } from "../stages/draw-progress.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { drawIdea } from "./draw-idea.ts";
import { findIdea } from "./find-idea.ts";
import { UNTOLD } from "./idea.ts";
import { isOwn, mayWithdraw } from "./own-idea.ts";
import { trustIn } from "./trust-author.ts";

export const ShowIdea = z.object({ idea: RowId });

const ANSWERS = 10;
/** An experience beside it has so many letters. */
const LINE = 110;

/** "Rincian": everything about one idea, to the person who asked. A reply to it is a reply to the idea. */
export const showIdea: UseCase<typeof ShowIdea, LabScene> = async (scene, { idea: id }) => {
  const { db, lab, person, roles, now } = scene;
  const idea = await findIdea(db, lab, id);
  const mine = idea !== undefined && isOwn(person, idea);
  if (idea?.state === "secret" && !mine) return [aside("idea.secret", {})];
  if (!idea || (idea.state !== "posted" && !mine)) return missing(scene);
  const drawn = await drawIdea(db, id, now);
  if (drawn?.key !== "idea.card") return missing(scene);

  const feedback = await db.feedback.findMany({
    where: { ideaId: id, withdrawnAt: null },
    include: { person: true },
    orderBy: { id: "desc" },
    take: ANSWERS,
  });
  const args = {
    ...drawn.args,
    ...{
      mine,
      withdraws: mayWithdraw(scene, idea),
      along: idea.coauthors.some(({ personId }) => personId === person.id),
      facilitates: roles.includes("facilitator"),
      leads: roles.includes("leader"),
      state: idea.state,
      card: await linkTo(scene, id),
      ...(idea.state === "secret" ? { votes: UNTOLD } : {}),
      trust: roles.includes("facilitator") ? await trustIn(scene, idea) : [],
    },
    ...(await progressOf(db, idea)),
    affected: idea.affected ? [{ text: idea.affected }] : [],
    difference: idea.difference ? [{ text: idea.difference }] : [],
    experience: (await findExperiences(db, lab, idea.text, 1)).map(({ args: { who, text } }) => ({
      ...{ who, text: cut(text, LINE) },
    })),
    answers: feedback.reverse().map(({ person: who, role, text }) => ({ who: who.name, role, text })),
    replies: await comments(scene, idea),
    attachments: await listFiles(scene, idea),
    ...(await describeSharing(scene, idea)),
  };
  return [aside("idea.details", args, { about: { about: "idea", id } })];
};

function missing({ message, chat }: LabScene): Saying[] {
  return message && chat.kind !== "private" ? [toast("idea.missing", {}, true)] : [say("idea.missing", {})];
}

/** An anonymous author's private words bear no name; what was said in the group bears the one that all saw there. */
async function comments({ db }: LabScene, idea: { id: number; anonymous: boolean; authorId: number }) {
  const lines = await db.line.findMany({
    where: { ideaId: idea.id, feedback: null },
    include: { person: true, chat: true },
    orderBy: { id: "desc" },
    take: ANSWERS,
  });
  return lines.reverse().map(({ person, chat, text }) => {
    const hidden = idea.anonymous && person.id === idea.authorId && chat.kind === "private";
    return { who: hidden ? "–" : person.name, text };
  });
}

/** Where the card stands; only supergroups have such links. */
async function linkTo({ db, lab }: LabScene, ideaId: number) {
  const post = await db.post.findFirst({
    where: {
      about: "idea",
      aboutId: ideaId,
      view: "idea",
      messageId: { not: null },
      chat: { labId: lab.id, kind: "supergroup" },
    },
    orderBy: { id: "asc" },
  });
  return post
    ? [{ link: `https://t.me/c/${String(post.rawChatId).replace(/^-100/, "")}/${post.messageId}` }]
    : [];
}

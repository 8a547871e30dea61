import { z } from "zod";
import { openForm } from "../forms/open-form.ts";
import type { Challenge } from "../generated/prisma/client.ts";
import { IdeaText } from "../ideas/add-idea.ts";
import { RowId } from "../row-id.ts";
import { type Address, type Saying, say, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { nudgeOf, SESSION } from "./challenge.ts";
import { topAnswers } from "./top-answers.ts";

export const OpenChallenge = z.object({ text: IdeaText });
export const AskChallenge = z.object({ text: z.string() });
export const StartSession = z.object({});
export const SolveProblem = z.object({ challenge: RowId });

/** `/tantangan TEXT`: a board that people simply reply to, for ten minutes; longer at a press. */
export const openChallenge: UseCase<typeof OpenChallenge, LabScene> = (scene, { text }) =>
  open(scene, { text });

/** `Mulai sesi 10 menit`: the lab's own question. */
export const startSession: UseCase<typeof StartSession, LabScene> = (scene) => open(scene, { text: "" });

/** Bare `/tantangan` asks for the question, or starts a session at once. */
export const askChallenge: UseCase<typeof AskChallenge, LabScene> = async (scene) => [
  say("challenge.ask", {}, { about: await openForm(scene, "challenge") }),
];

export const inGroupOnly: UseCase<typeof AskChallenge, LabScene> = async () => [
  say("challenge.inGroupOnly", {}),
];

/** The problem that most support calls for ideas now. */
export const solveProblem: UseCase<typeof SolveProblem, LabScene> = async (scene, { challenge: id }) => {
  const { db, lab } = scene;
  const asked = await db.challenge.count({ where: { id, labId: lab.id, kind: "problems" } });
  const [winner] = asked > 0 ? await topAnswers(db, id, { take: 1 }) : [];
  return winner ? open(scene, { text: "", problemId: winner }) : [toast("idea.missing", {}, true)];
};

async function open(
  scene: LabScene,
  what: Pick<Challenge, "text"> & { problemId?: number },
): Promise<Saying[]> {
  const { db, lab, chat, message, now } = scene;
  const where = { chatId: chat.id, endedAt: null, endsAt: { gt: now }, problemId: null, ...what };
  const running = await db.challenge.findFirst({ where });
  if (running) return [say("challenge.running", { kind: running.kind })];
  const endsAt = new Date(now.getTime() + SESSION);
  const place = { labId: lab.id, chatId: chat.id, topicId: message?.topicId ?? null };
  const times = { startedAt: now, endsAt, nudgeAt: nudgeOf(now, endsAt) };
  const { id } = await db.challenge.create({ data: { ...what, ...place, ...times } });
  return [board({ to: "here" }, id)];
}

/** Puts a challenge's board in a chat. */
const board = (address: Address, id: number): Saying => ({
  ...{ do: "message", address, what: { view: "board", id } },
  about: { about: "challenge", id },
});

import type { About, Saying } from "../sayings.ts";
import type { Scene } from "../use-case.ts";

type Asker = Pick<Scene, "db" | "person" | "chat" | "now">;

/**
 * Opens a form: its answer is what is written next in private, or what answers it in a group. A person has one open
 * form in private: what was asked before and never answered is not asked any more. Returns what the question is about.
 */
export async function openForm(asker: Asker, kind: string, state: object = {}) {
  const { db, person, chat, now } = asker;
  if (chat.kind === "private") await closeForms(asker);
  const form = { personId: person.id, chatId: chat.id, kind, state, createdAt: now };
  const { id } = await db.draft.create({ data: form });
  return { about: "draft", id } as const;
}

/** Nothing is asked of the person here any more; of one kind, where that is named. */
export const closeForms = ({ db, person, chat, now }: Asker, kind?: string) =>
  db.draft.updateMany({
    where: { personId: person.id, chatId: chat.id, doneAt: null, ...(kind ? { kind } : {}) },
    data: { doneAt: now },
  });

/** What was wrong with an answer is the question now: what answers it is taken, also in a group. */
export const askAgain = (sayings: Saying[], about: About): Saying[] =>
  sayings.map((one) => (one.do === "message" ? { ...one, about: one.about ?? about } : one));

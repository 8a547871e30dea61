import { heard, type Killable } from "./killable.ts";
import { answerText, type Done, ideaIn, ideaText } from "./load.ts";

/** Waits until all that people did has been worked off, told and drawn; time goes on faster for that. */
export async function comeToRest({ pass, until, world, db, atRest }: Killable) {
  await until(async () => world.pending() === 0);
  await until(async () => {
    pass(1_000);
    const untold = await db.decision.count({ where: { toldAt: null, undoneAt: null } });
    return untold === 0 && (await atRest());
  });
}

/** What of all that people did is not there exactly once, in the store and before people's eyes; a line for each. */
export async function misses({ db, world }: Killable, { ideas, votes, answers, decisions }: Done) {
  const stored = {
    ideas: await db.idea.findMany({ select: { text: true } }),
    votes: await db.vote.findMany({ select: { idea: true, person: true } }),
    answers: await db.feedback.findMany({ select: { idea: true, text: true, withdrawnAt: true } }),
    decisions: await db.decision.findMany({
      where: { undoneAt: null, kind: "support" },
      select: { idea: true },
    }),
  };
  const missing = [
    ...compare(
      "idea",
      [...ideas.keys()].map(ideaText),
      stored.ideas.map(({ text }) => text),
    ),
    ...compare(
      "vote",
      [...votes],
      stored.votes.map(({ idea, person }) => `${person.telegramId} ${ideaIn(idea.text)}`),
    ),
    ...compare(
      "answer",
      [...answers].map(([n, idea]) => `${idea} ${answerText(n)}`),
      stored.answers.map(({ idea, text }) => `${ideaIn(idea.text)} ${text}`),
    ),
    ...compare(
      "decision",
      [...decisions].map(String),
      stored.decisions.map(({ idea }) => `${ideaIn(idea.text)}`),
    ),
  ];
  const reads = (person: number, chat: number, words: RegExp) =>
    heard(world, person, chat).some(({ text }) => words.test(text));
  for (const [n, { quarter, author }] of ideas)
    if (!reads(quarter.owner, quarter.id, new RegExp(`${ideaText(n)}.*👍|${ideaText(n)}`, "s")))
      missing.push(`no card of idea ${n}`);
    else if (
      decisions.has(n) &&
      !reads(author, author, new RegExp(`mendukung ide Anda.*${ideaText(n)}`, "s"))
    )
      missing.push(`nobody told the decision on idea ${n}`);
  for (const [n, idea] of answers) {
    const author = ideas.get(idea)?.author ?? 0;
    if (!reads(author, author, new RegExp(answerText(n)))) missing.push(`nobody read answer ${n}`);
  }
  return missing;
}

/** Each once: what is missing, what is there that nobody did, what is there twice. */
function compare(what: string, wanted: string[], there: string[]) {
  const times = Map.groupBy(there, (each) => each);
  const wrong = wanted
    .filter((each) => times.get(each)?.length !== 1)
    .map((each) => [each, times.get(each)?.length ?? 0]);
  const alien = [...times.keys()].filter((each) => !wanted.includes(each));
  return [
    ...wrong.map(([each, count]) => `${what} “${each}” is there ${count} times`),
    ...alien.map((each) => `${what} “${each}” is there, and nobody did that`),
  ];
}

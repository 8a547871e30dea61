import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { each } from "../each.ts";
import { codeOf } from "../ideas/idea.ts";
import { askForQuestions } from "../llm/ask-for-questions.ts";
import { once } from "../once.ts";
import { tell } from "../sayings.ts";
import { namesIn } from "../threads/write-summaries.ts";
import { aboutAsked, askQuestion } from "./ask-question.ts";
import { type Asked, openQuestions } from "./question.ts";

const AT_ONCE = 10;
/** A model that takes longer asks nothing; nor one that would be asked so late. In milliseconds. */
const WITHIN = 5_000;
const LATE = 20_000;

/**
 * Asks about ideas that were just told in private, by the model's questions where it answers in time, else by ours.
 * Nobody waits for another's, and the model is asked outside the transaction.
 */
export async function askInquiries(app: App): Promise<void> {
  const wanted = await app.db.inquiry.findMany({
    where: { doneAt: null },
    ...{ orderBy: { ideaId: "asc" }, take: AT_ONCE, select: { ideaId: true } },
  });
  await Promise.all(wanted.map(({ ideaId }) => each(app, [ideaId], (id) => inquire(app, id))));
}

const find = (db: Pick<Db, "inquiry">, ideaId: number) =>
  db.inquiry.findUniqueOrThrow({
    where: { ideaId },
    include: { person: true, idea: { include: { lab: true } } },
  });
type Found = Awaited<ReturnType<typeof find>>;

async function inquire(app: App, ideaId: number) {
  const asked = await questionsFor(app, await find(app.db, ideaId));
  await once(app, { key: `inquiry:${ideaId}` }, async (db, now) => {
    await db.inquiry.update({ where: { ideaId }, data: { doneAt: now } });
    const { idea, person, askedAt } = await find(db, ideaId);
    const chat = await db.chat.findUnique({ where: { telegramId: person.telegramId } });
    const nothing = { origin: {}, sayings: [] };
    if (!chat || !["draft", "waiting", "posted"].includes(idea.state)) return nothing;
    // Whoever was asked something else meanwhile is not interrupted.
    const since = { personId: person.id, chatId: chat.id, doneAt: null, createdAt: { gte: askedAt } };
    if ((await db.draft.count({ where: since })) > 0) return nothing;
    const left = asked.filter(({ kind }) => idea[kind] === null);
    const asks = await askQuestion({ db, person, chat, now }, idea, { host: "alone", asked: left });
    if (asks.length === 0) return nothing;
    const more = { ...aboutAsked(asks), urgent: true };
    const args = { code: codeOf(idea.lab, idea), asks };
    return {
      origin: { lab: idea.lab },
      sayings: [tell({ personId: person.id }, "idea.question", args, more)],
    };
  });
}

async function questionsFor(app: App, { idea, person, askedAt }: Found): Promise<Asked[]> {
  const late = app.clock.now().getTime() - askedAt.getTime() > LATE;
  if (!app.llm || !idea.lab.usesModel || late) return openQuestions(idea);
  try {
    const names = await namesIn(app.db, idea.labId);
    const locale = person.locale === "en" ? "en" : "id";
    const reader = { locale, names, signal: AbortSignal.timeout(WITHIN) } as const;
    return await askForQuestions(app.llm, { author: person.name, text: idea.text }, reader);
  } catch (err) {
    app.log.warn({ err, idea: idea.id }, "the model asked nothing");
    return openQuestions(idea);
  }
}

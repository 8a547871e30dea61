import type { App } from "../app.ts";
import { type Db, isAway } from "../db.ts";
import { each } from "../each.ts";
import type { Chat, Summary } from "../generated/prisma/client.ts";
import { codeOf } from "../ideas/idea.ts";
import { summarize } from "../language/summarize.ts";
import { askForSummary } from "../llm/ask-for-summary.ts";
import { once } from "../once.ts";
import type { Address, Said } from "../sayings.ts";
import { headOf, type Made, type Summarised, written } from "./draw-summary.ts";
import { gatherLines, type Heard } from "./gather-lines.ts";

const AT_ONCE = 20;
/** Whoever asked is told when it failed so often. */
const TRIES = 3;

/** Writes every summary that was asked for and is not yet written. The model is asked outside the transaction. */
export async function writeSummaries(app: App): Promise<void> {
  const wanted = await app.db.summary.findMany({
    where: { writtenAt: null },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  await each(app, wanted, (summary) =>
    writeSummary(app, summary).catch(async (err: unknown) => {
      if (!isAway(err)) await noteFailure(app, summary);
      throw err;
    }),
  );
}

/** One failure more; after the last one whoever asked is told. */
async function noteFailure(app: App, summary: Summary) {
  const failures = summary.failures + 1;
  const where = { id: summary.id, writtenAt: null };
  await once(app, { key: `summary:${summary.id}:failure:${failures}` }, async (db, now) => {
    const over = failures >= TRIES;
    const { count } = await db.summary.updateMany({
      where,
      data: { failures, ...(over ? { writtenAt: now } : {}) },
    });
    if (count === 0 || !over) return { origin: {}, sayings: [] };
    return wordsOf(db, await findAbout(db, summary), failed);
  });
}

/** What is said where it was asked. */
async function wordsOf(db: Db, about: About, words: (about: About) => Said) {
  const address = await addressOf(db, about);
  const saying = { do: "message", address, what: words(about), urgent: true } as const;
  return { origin: { lab: about.lab }, sayings: [saying] };
}

async function writeSummary(app: App, summary: Summary) {
  const about = await findAbout(app.db, summary);
  const lines = await gatherLines(app.db, summary);
  const made = lines.length > 0 ? await make(app, about, lines) : undefined;
  await once(app, { key: `summary:${summary.id}` }, async (db, now) => {
    await db.summary.update({ where: { id: summary.id }, data: { writtenAt: now } });
    return wordsOf(db, about, () => (made ? written(about, lines, made) : nothing(about)));
  });
}

const nothing = (about: About) => ({ key: "summary.nothing", args: headOf(about) }) as const;
const failed = (about: About) => ({ key: "summary.failed", args: { what: headOf(about).what } }) as const;

type About = Summarised & { answerChat: Chat; locale: "id" | "en" };

async function findAbout(db: Db, summary: Summary): Promise<About> {
  const lab = await db.lab.findUniqueOrThrow({ where: { id: summary.labId } });
  const chat = await db.chat.findUniqueOrThrow({ where: { id: summary.chatId } });
  const answerChat = await db.chat.findUniqueOrThrow({ where: { id: summary.answerChatId } });
  const idea = summary.ideaId ? await db.idea.findUnique({ where: { id: summary.ideaId } }) : null;
  const reader = answerChat.kind === "private" ? await readerOf(db, answerChat) : answerChat;
  const locale = (reader?.locale ?? lab.locale) === "en" ? "en" : "id";
  return { summary, lab, chat, answerChat, code: idea ? codeOf(lab, idea) : undefined, locale };
}

const readerOf = (db: Db, { telegramId }: Chat) => db.person.findUnique({ where: { telegramId } });

/** Where it was asked: a reply to the question. */
async function addressOf(db: Db, { answerChat, summary }: About): Promise<Address> {
  const reader = answerChat.kind === "private" ? await readerOf(db, answerChat) : null;
  if (reader) return { to: "person", personId: reader.id };
  const { topicId, replyTo } = summary;
  return { to: "chat", chatId: answerChat.id, topicId: topicId ?? undefined, replyTo: replyTo ?? undefined };
}

/** By the model where the installation has one and the lab turned it on; if that fails, from quotations. */
async function make(app: App, { lab, locale, summary }: About, lines: Heard[]): Promise<Made> {
  const plain = lines.map(({ link: _, ...line }) => line);
  if (app.llm && lab.usesModel) {
    try {
      return {
        ...(await askForSummary(app.llm, plain, { locale, names: await namesIn(app.db, lab.id) })),
        how: "model",
      };
    } catch (err) {
      app.log.warn({ err, summary: summary.id }, "the model wrote no summary");
    }
  }
  return { ...summarize(plain), how: "extract" };
}

/** The names of everybody in the lab: the model sees pseudonyms. */
export async function namesIn(db: Pick<Db, "membership">, labId: number): Promise<string[]> {
  const members = await db.membership.findMany({
    where: { labId },
    select: { person: { select: { name: true } } },
  });
  return members.map(({ person }) => person.name);
}

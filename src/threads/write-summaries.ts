import type { App } from "../app.ts";
import type { Db } from "../db.ts";
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
      const { failures } = await app.db.summary.update({
        where: { id: summary.id },
        data: { failures: { increment: 1 } },
      });
      if (failures >= TRIES) await answer(app, await findAbout(app.db, summary), failed);
      throw err;
    }),
  );
}

async function writeSummary(app: App, summary: Summary) {
  const about = await findAbout(app.db, summary);
  const lines = await gatherLines(app.db, summary);
  const made = lines.length > 0 ? await make(app, about, lines) : undefined;
  await answer(app, about, () => (made ? written(about, lines, made) : nothing(about)));
}

const nothing = (about: About) => ({ key: "summary.nothing", args: headOf(about) }) as const;
const failed = (about: About) => ({ key: "summary.failed", args: { what: headOf(about).what } }) as const;

/** Says it where it was asked, once. */
async function answer(app: App, about: About, words: (about: About) => Said) {
  const { id } = about.summary;
  await once(app, { key: `summary:${id}` }, async (db, now) => {
    await db.summary.update({ where: { id }, data: { writtenAt: now } });
    const address = await addressOf(db, about);
    const saying = { do: "message", address, what: words(about), urgent: true } as const;
    return { origin: { lab: about.lab }, sayings: [saying] };
  });
}

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
async function namesIn(db: Pick<Db, "membership">, labId: number): Promise<string[]> {
  const members = await db.membership.findMany({
    where: { labId },
    select: { person: { select: { name: true } } },
  });
  return members.map(({ person }) => person.name);
}

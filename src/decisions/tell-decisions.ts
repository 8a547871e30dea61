import type { App } from "../app.ts";
import { ownersOf, writtenBy } from "../authors/own-idea.ts";
import type { Db } from "../db.ts";
import { each } from "../each.ts";
import { mentionOf } from "../feedback/tell-feedback.ts";
import { noteNews } from "../follows/note-news.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { once } from "../once.ts";
import type { Otherwise, Saying } from "../sayings.ts";
import { show, tell, turn } from "../sayings.ts";
import { UNDO, WITH_WORDS, WORDS } from "./decision.ts";

const AT_ONCE = 50;

/** Tells what leaders decided, once it can no longer be undone: the author, the followers, the card. */
export async function tellDecisions(app: App): Promise<void> {
  const due = await findDue(app.db, app.clock.now().getTime());
  await each(app, due, ({ id }) =>
    once(app, { key: `decision:${id}` }, (db, now) => tellDecision(db, id, now)),
  );
}

/** Where a leader is writing why, what was decided waits for the words, but not for long. */
const findDue = (db: Pick<Db, "$queryRaw">, now: number) => db.$queryRaw<{ id: number }[]>`
  select d.id from "Decision" d
  where d."toldAt" is null and d."undoneAt" is null and d."decidedAt" <= ${new Date(now - UNDO)}
    and (not d.kind = any(${WITH_WORDS}::text[]) or d."decidedAt" <= ${new Date(now - WORDS)} or not exists (
      select from "Draft" f where f."personId" = d."personId" and f.kind = 'reason' and f."doneAt" is null
        and (f.state->>'decision')::int = d.id))
  order by d.id limit ${AT_ONCE}`;

async function tellDecision(db: Db, id: number, now: Date) {
  const { count } = await db.decision.updateMany({
    where: { id, toldAt: null, undoneAt: null },
    data: { toldAt: now },
  });
  if (count === 0) return { origin: {}, sayings: [] };
  const decision = await findDecision(db, id);
  const { idea, person, ideaId } = decision;
  const earlier = { id: { lt: id }, ideaId, personId: person.id, undoneAt: null };
  await db.decision.updateMany({ where: earlier, data: { undoneAt: now } });
  await noteNews(db, { idea, news: { kind: "decision", id }, by: person.id, now });
  const chat = decision.chatId ? await db.chat.findUnique({ where: { id: decision.chatId } }) : null;
  const message = decision.messageId ? { id: decision.messageId, topicId: undefined } : undefined;
  return {
    origin: { lab: idea.lab, person, ...(chat ? { chat } : {}), message },
    sayings: [settled(decision), show(ideaId), ...tellOwners(decision, await groupMention(db, decision))],
  };
}

const findDecision = (db: Db, id: number) =>
  db.decision.findUniqueOrThrow({
    where: { id },
    include: { person: true, idea: { include: { lab: true, author: true, ...writtenBy } } },
  });
type Found = Awaited<ReturnType<typeof findDecision>>;

const titled = ({ idea }: Found) => ({ code: codeOf(idea.lab, idea), title: titleOf(idea.text).title });
const wordsOf = (decision: Found) => ({
  ...titled(decision),
  ...{ who: decision.person.name, kind: decision.kind },
  reason: decision.reason ? [{ text: decision.reason }] : [],
});
const aboutIdea = ({ ideaId: id }: Found) => ({ about: { about: "idea", id } }) as const;

/** The leader's message loses "Batalkan". */
const settled = (decision: Found): Saying => {
  const { id, anonymous } = decision.idea;
  const whom = anonymous ? { author: [], anonymous: [{}] } : { author: [{}], anonymous: [] };
  return turn("decision.settled", { ...titled(decision), id, kind: decision.kind, ...whom });
};

/** Whose idea it is, but for a leader's own; where the author cannot be reached, the group. */
const tellOwners = (decision: Found, otherwise: Otherwise | undefined): Saying[] =>
  ownersOf(decision.idea)
    .filter((personId) => personId !== decision.personId)
    .map((personId) => {
      const to = personId === decision.idea.authorId ? { personId, otherwise } : { personId };
      return tell(to, "decision.told", wordsOf(decision), aboutIdea(decision));
    });

async function groupMention(db: Db, { idea }: Found): Promise<Otherwise | undefined> {
  const mention = await mentionOf({ db }, idea);
  const { name, telegramId } = idea.author;
  const args = { name, telegramId: Number(telegramId), code: codeOf(idea.lab, idea) };
  return mention && { ...mention, said: { key: "decision.mention", args } };
}

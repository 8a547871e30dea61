import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { findChoices } from "../decisions/find-choices.ts";
import { offerDecisions } from "../decisions/offer-decision.ts";
import { each } from "../each.ts";
import type { Chat, Lab, Person } from "../generated/prisma/client.ts";
import { once } from "../once.ts";
import type { Message, Said, Saying } from "../sayings.ts";
import type { Period } from "./digest.ts";
import { gatherPeriod } from "./gather-period.ts";
import { closingPeriod } from "./period.ts";
import { groupDigest, privateDigest } from "./write-digest.ts";

/** So many ideas a leader is asked to decide on, at the most. */
const CHOICES = 3;

/** Closes every lab's period that is over, and tells its leaders, facilitators and groups what was in it. */
export async function closePeriods(app: App): Promise<void> {
  const due = await app.db.lab.findMany({
    where: { periodTo: { lte: app.clock.now() } },
    orderBy: { periodTo: "asc" },
  });
  await each(app, due, ({ id, periodTo }) =>
    once(app, { key: `period:${id}:${periodTo.toISOString()}` }, (db, now) => closePeriod(db, id, now)),
  );
}

async function closePeriod(db: Db, labId: number, now: Date) {
  const lab = await db.lab.findUniqueOrThrow({ where: { id: labId } });
  if (lab.periodTo > now) return { origin: {}, sayings: [] };
  const { from, to, next } = closingPeriod(lab, now);
  await db.lab.update({ where: { id: labId }, data: { periodFrom: to, periodTo: next } });

  const closing = { db, lab, now, to, from, period: await gatherPeriod(db, lab, { from, to }) };
  const groups = await db.chat.findMany({
    where: { labId, kind: { not: "private" }, leftAt: null },
    orderBy: { id: "asc" },
  });
  const sayings: Saying[] = [];
  for (const group of groups) sayings.push(await tellGroup(closing, group));
  for (const one of await recipients(db, labId))
    sayings.push(...(await tellPerson(closing, { ...one, group: groups[0] })));
  return { origin: { lab }, sayings };
}

type Closing = { db: Db; lab: Lab; now: Date; from: Date; to: Date; period: Period };

/** Leaders and facilitators; who is both gets the leader's. */
async function recipients(db: Db, labId: number) {
  const members = await db.membership.findMany({
    where: { labId, roles: { hasSome: ["leader", "facilitator"] } },
    include: { person: true },
    orderBy: { personId: "asc" },
  });
  return members.map(({ person, roles }) => ({ person, leads: roles.includes("leader") }));
}

type Content = Pick<Message, "what"> & { what: Said };

/** Freezes a digest in its row, and returns how it is said. */
async function freeze(
  { db, lab, now, from, to }: Closing,
  whose: { recipient: string; personId?: number },
  what: Said,
) {
  const row = { labId: lab.id, ...whose, from, to, content: what, madeAt: now };
  const { id } = await db.digest.create({ data: row, select: { id: true } });
  const content: Content = { what };
  return { do: "message", ...content, about: { about: "digest", id }, digest: true } as const;
}

async function tellGroup(closing: Closing, { id }: Chat): Promise<Saying> {
  const frozen = await freeze(closing, { recipient: `chat:${id}` }, groupDigest(closing.period));
  return { ...frozen, address: { to: "chat", chatId: id } };
}

type Recipient = { person: Person; leads: boolean; group: Chat | undefined };

async function tellPerson(closing: Closing, { person, leads, group }: Recipient): Promise<Saying[]> {
  const { db, lab, now, period } = closing;
  const wanted = { person, now, most: CHOICES };
  const choices = leads ? (await findChoices(db, lab, wanted)).length : 0;
  const whose = { recipient: `person:${person.id}`, personId: person.id };
  const frozen = await freeze(closing, whose, privateDigest(period, choices));
  const { id: personId, name } = person;
  const args = { name, telegramId: Number(person.telegramId) };
  const otherwise =
    leads && group ? { chatId: group.id, said: { key: "digest.mention", args } as const } : undefined;
  const offered = leads ? await offerDecisions(db, lab, wanted) : [];
  return [{ ...frozen, address: { to: "person", personId, otherwise } }, ...offered.map(gentle)];
}

/** Decisions follow the digest, so they wait as it does. */
const gentle = (saying: Saying): Saying => (saying.do === "message" ? { ...saying, digest: true } : saying);

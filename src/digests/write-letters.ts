import type { Db } from "../db.ts";
import type { Choice } from "../decisions/decision.ts";
import { drawChoices } from "../decisions/draw-choice.ts";
import type { Address, Said } from "../sayings.ts";
import { addParagraphs, type Paragraphs } from "./add-paragraphs.ts";
import type { Period } from "./digest.ts";
import { findRecipients, type Group, type Recipient } from "./find-recipients.ts";
import { gatherPeriods } from "./gather-periods.ts";
import type { Closing } from "./prepare-closings.ts";
import { groupDigest, privateDigest } from "./write-digest.ts";

/** One period's digest for one recipient, `person:<id>` or `chat:<id>`; a leader's with the ideas to decide on. */
export type Letter = {
  closing: Closing;
  recipient: string;
  personId: number | null;
  what: Said;
  address: Address;
  choices: Choice[];
};

/** The digests of these labs for their groups, leaders and facilitators; who leads and facilitates gets the leader's. */
export async function writeLetters(db: Db, closings: Closing[], now: Date): Promise<Letter[]> {
  const periods = await gatherPeriods(db, closings);
  const chosen = await drawChoices(
    db,
    closings.flatMap(({ choices }) => [...choices.values()].flat()),
  );
  const spans = closings.map(({ lab, from, to, moved }) => ({
    ...{ labId: lab.id, zone: lab.zone },
    from,
    to,
    moved,
  }));
  const paragraphs = await addParagraphs(db, spans, now);
  const { groups, people } = await findRecipients(
    db,
    closings.map(({ lab }) => lab.id),
  );
  return closings.flatMap((closing, n) => {
    const period = periods[n];
    const more = paragraphs.get(closing.lab.id);
    if (!period || !more) return [];
    const groupsHere = groups.get(closing.lab.id) ?? [];
    const toGroups = groupsHere.map((group) => groupLetter(closing, { period, more, group }));
    const toPeople = (people.get(closing.lab.id) ?? []).map((person) => {
      const ids = closing.choices.get(person.id) ?? [];
      const choices = person.leads ? ids.flatMap((id) => chosen.get(id) ?? []) : [];
      return personLetter(closing, { period, more, person, choices, group: groupsHere[0] });
    });
    return [...toGroups, ...toPeople];
  });
}

type Public = { period: Period; more: Paragraphs; group: Group };

const groupLetter = (closing: Closing, { period, more, group }: Public): Letter => ({
  ...{ closing, recipient: `chat:${group.id}`, personId: null },
  what: groupDigest(period, more.forGroup(group)),
  address: { to: "chat", chatId: group.id },
  choices: [],
});

type Private = {
  period: Period;
  more: Paragraphs;
  person: Recipient;
  choices: Choice[];
  group: Group | undefined;
};

function personLetter(closing: Closing, { period, more, person, choices, group }: Private): Letter {
  const { id: personId, name, telegramId, leads } = person;
  const said = { key: "digest.mention", args: { name, telegramId: Number(telegramId) } } as const;
  const otherwise = leads && group ? { chatId: group.id, said } : undefined;
  return {
    ...{ closing, recipient: `person:${personId}`, personId },
    what: privateDigest(period, more.forPeople, choices.length),
    address: { to: "person", personId, otherwise },
    choices,
  };
}

import { countCommitments, type FallsDue } from "../commitments/count-commitments.ts";
import type { Db } from "../db.ts";
import type { Choice } from "../decisions/decision.ts";
import { drawChoices } from "../decisions/draw-choice.ts";
import type { Address, Said } from "../sayings.ts";
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
export async function writeLetters(db: Db, closings: Closing[]): Promise<Letter[]> {
  const periods = await gatherPeriods(db, closings);
  const chosen = await drawChoices(
    db,
    closings.flatMap(({ choices }) => [...choices.values()].flat()),
  );
  const { groups, people } = await findRecipients(
    db,
    closings.map(({ lab }) => lab.id),
  );
  const promises = await countCommitments(
    db,
    closings.map(({ lab: { id: labId, zone }, to }) => ({ labId, zone, to })),
  );
  return closings.flatMap((closing, n) => {
    const period = periods[n];
    if (!period) return [];
    const groupsHere = groups.get(closing.lab.id) ?? [];
    const toGroups = groupsHere.map((group) => groupLetter(closing, period, group));
    const toPeople = (people.get(closing.lab.id) ?? []).map((person) => {
      const ids = closing.choices.get(person.id) ?? [];
      const choices = person.leads ? ids.flatMap((id) => chosen.get(id) ?? []) : [];
      const ahead = { choices, promises: promises.get(closing.lab.id) };
      return personLetter(closing, { period, person, ...ahead, group: groupsHere[0] });
    });
    return [...toGroups, ...toPeople];
  });
}

const groupLetter = (closing: Closing, period: Period, { id: chatId }: Group): Letter => ({
  ...{ closing, recipient: `chat:${chatId}`, personId: null, what: groupDigest(period) },
  address: { to: "chat", chatId },
  choices: [],
});

type Private = {
  period: Period;
  person: Recipient;
  choices: Choice[];
  promises: FallsDue | undefined;
  group: Group | undefined;
};

function personLetter(closing: Closing, { period, person, choices, promises, group }: Private): Letter {
  const { id: personId, name, telegramId, leads } = person;
  const said = { key: "digest.mention", args: { name, telegramId: Number(telegramId) } } as const;
  const otherwise = leads && group ? { chatId: group.id, said } : undefined;
  const what = privateDigest(period, { choices: choices.length, promises });
  return {
    ...{ closing, recipient: `person:${personId}`, personId, what },
    address: { to: "person", personId, otherwise },
    choices,
  };
}

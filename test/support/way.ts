import { group, who } from "../../src/playground/cast.ts";
import { heard, type Killable } from "./killable.ts";

const lab = group.id;
const title = "Antrean puskesmas lewat pesan singkat";
const { ana, yosef, maria, bupati, budi } = who;

/** Every message of the bot that is still there, by its chat. */
export const everything = ({ world }: Killable) => ({
  group: heard(world, yosef, lab),
  ...Object.fromEntries([ana, budi, maria, bupati].map((person) => [person, heard(world, person, person)])),
});

/** What there has to be, and how often: in the store, and before people's eyes. */
export async function countAll({ db, world }: Killable) {
  const said = (pattern: RegExp, person: number, chat = person) =>
    heard(world, person, chat).filter(({ text, buttons }) => pattern.test([text, ...buttons].join(" ")))
      .length;
  return {
    stored: {
      ideas: await db.idea.count(),
      votes: await db.vote.count(),
      feedback: await db.feedback.count(),
      digests: await db.digest.count(),
      decisions: await db.decision.count(),
    },
    said: {
      greetings: said(/siap dipakai/, yosef, lab),
      cards: said(new RegExp(`${title}.*👍`, "s"), yosef, lab),
      answers: said(/\(mentor\) menjawab ide Anda/, ana),
      groupDigests: said(/📬/, yosef, lab),
      leaderDigests: said(/📬/, bupati),
      facilitatorDigests: said(/📬/, budi),
      choices: said(/Apa keputusan Anda|Anda mendukung/, bupati),
      told: said(/mendukung ide Anda/, ana),
    },
  };
}

export type Counts = Awaited<ReturnType<typeof countAll>>;

/** What is there after one more step. */
export const plus = ({ stored, said }: Counts, step: Pick<Step, "stored" | "said">): Counts => ({
  stored: { ...stored, ...step.stored },
  said: { ...said, ...step.said },
});

/** Nothing has happened yet. */
export const atFirst: Counts = {
  stored: { ideas: 0, votes: 0, feedback: 0, digests: 0, decisions: 0 },
  said: {
    ...{ greetings: 0, cards: 0, answers: 0, groupDigests: 0 },
    ...{ leaderDigests: 0, facilitatorDigests: 0, choices: 0, told: 0 },
  },
};

export type Step = {
  act(killable: Killable): unknown;
  stored?: Partial<Counts["stored"]>;
  said?: Partial<Counts["said"]>;
  /** What a job has to have done, before the bot can be at rest. */
  done?(killable: Killable): Promise<boolean>;
  /** How far the clock goes on before the step, in milliseconds: a card's rest, unless it says otherwise. */
  wait?: number;
};

const last = ({ world }: Killable, person: number, { chat, button }: { chat: number; button: string }) =>
  heard(world, person, chat).findLast(({ buttons }) => buttons.some((text) => text.includes(button)))?.id ??
  0;

/** Presses the newest button of that name. The toast is lost when the bot is killed, so nobody waits for it. */
const press = (killable: Killable, person: number, where: { chat: number; button: string }) =>
  void killable.world.press(person, where.chat, last(killable, person, where), where.button);

/** Gives a role, as an invitation would. */
async function give({ db, clock }: Killable, telegramId: number, role: string) {
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { telegramId: BigInt(telegramId) } });
  const { id: labId } = await db.lab.findFirstOrThrow();
  await db.membership.create({ data: { personId, labId, roles: [role], joinedAt: clock.now() } });
  await db.person.update({ where: { id: personId }, data: { currentLabId: labId } });
}

/** An idea's way, and after each step what is there more than before. */
export const way: Step[] = [
  {
    act({ world }) {
      world.addBot(lab, budi, true);
      for (const person of [ana, maria, bupati, budi]) world.start(person);
    },
    said: { greetings: 1 },
  },
  {
    async act(killable) {
      await give(killable, maria, "mentor");
      await give(killable, bupati, "leader");
      killable.world.say(ana, lab, `/ide ${title}`);
    },
    stored: { ideas: 1 },
    said: { cards: 1 },
  },
  { act: (killable) => press(killable, yosef, { chat: lab, button: "👍" }), stored: { votes: 1 } },
  {
    act(killable) {
      const replyTo = last(killable, maria, { chat: lab, button: "👍" });
      killable.world.say(maria, lab, "Berapa warga yang antre setiap pagi?", { replyTo });
    },
    stored: { feedback: 1 },
    said: { answers: 1 },
  },
  {
    act: ({ db, clock }) => db.lab.updateMany({ data: { periodTo: clock.now() } }),
    stored: { digests: 3 },
    said: { groupDigests: 1, leaderDigests: 1, facilitatorDigests: 1, choices: 1 },
    done: async ({ db }) => (await db.digest.count()) > 0,
  },
  {
    act: (killable) => press(killable, bupati, { chat: bupati, button: "Dukung" }),
    stored: { decisions: 1 },
  },
  {
    act: () => {},
    wait: 10_000,
    said: { told: 1 },
    done: async ({ db }) => (await db.decision.count({ where: { toldAt: null } })) === 0,
  },
];

import { setTimeout as sleep } from "node:timers/promises";
import { heard, type Killable } from "./killable.ts";
import { buildTown, type Quarter } from "./town.ts";

/** What people did and Telegram took: numbers of ideas, who voted for which, to which there is which answer, which are decided. */
export type Done = {
  ideas: Map<number, { quarter: Quarter; author: number }>;
  votes: Set<`${number} ${number}`>;
  answers: Map<number, number>;
  decisions: Set<number>;
};

export const ideaText = (n: number) => `Gagasan ${n} untuk pulau kami`;
export const answerText = (n: number) => `Jawaban ${n} dari saya`;

/** The number of the idea that a message is about. */
export const ideaIn = (text: string) => Number(/Gagasan (\d+)/.exec(text)?.[1] ?? 0);

const oneOf = <T>(some: T[]): T | undefined => some[Math.floor(Math.random() * some.length)];

export type Load = Awaited<ReturnType<typeof openLoad>>;

/** A town whose people write, vote, answer and decide, one every so many milliseconds, until it is ended. A bot has to run. */
export async function openLoad(killable: Killable, { quarters, every }: { quarters: number; every: number }) {
  const town = await buildTown(killable, quarters);
  const done: Done = { ideas: new Map(), votes: new Set(), answers: new Map(), decisions: new Set() };
  const acts = actsOf(killable, done);
  let over = false;
  const going = (async () => {
    for (let n = 0; !over; n++) {
      const quarter = oneOf(town);
      if (quarter) acts[n % acts.length]?.(quarter);
      await sleep(every);
    }
  })();
  return {
    done,
    async end() {
      over = true;
      await going;
    },
  };
}

/** What is done in a quarter, one after the other, and from the start again. */
function actsOf({ world, db, clock }: Killable, { ideas, votes, answers, decisions }: Done) {
  const press = (person: number, chat: number, on: number, button: string) =>
    void world.press(person, chat, on, button).catch(() => {});
  const cards = ({ id, owner }: Quarter) => heard(world, owner, id).filter(isCard);
  const write = (quarter: Quarter) => {
    const author = oneOf(quarter.members) ?? 0;
    const n = ideas.size + 1;
    ideas.set(n, { quarter, author });
    world.say(author, quarter.id, `/ide ${ideaText(n)}`);
  };
  const vote = (quarter: Quarter) => {
    const person = oneOf([...quarter.members, quarter.owner]) ?? 0;
    const card = oneOf(cards(quarter).filter(({ text }) => !votes.has(`${person} ${ideaIn(text)}`)));
    if (!card) return;
    votes.add(`${person} ${ideaIn(card.text)}`);
    press(person, quarter.id, card.id, "👍");
  };
  const answer = (quarter: Quarter) => {
    const card = oneOf(cards(quarter));
    if (!card) return;
    const n = answers.size + 1;
    answers.set(n, ideaIn(card.text));
    world.say(quarter.mentor, quarter.id, answerText(n), { replyTo: card.id });
  };
  const decide = ({ leader }: Quarter) => {
    const asked = heard(world, leader, leader).filter(({ buttons }) =>
      buttons.some((text) => text.includes("Dukung")),
    );
    const choice = oneOf(asked.filter(({ text }) => !decisions.has(ideaIn(text))));
    if (!choice) return;
    decisions.add(ideaIn(choice.text));
    press(leader, leader, choice.id, "Dukung");
  };
  /** The quarter's week is over. */
  const close = ({ id }: Quarter) =>
    void db.lab
      .updateMany({ where: { chats: { some: { telegramId: id } } }, data: { periodTo: clock.now() } })
      .catch(() => {});
  return [write, vote, close, answer, write, vote, decide, write, vote, decide, answer];
}

const isCard = ({ buttons }: { buttons: string[] }) => buttons.some((text) => text.includes("👍"));

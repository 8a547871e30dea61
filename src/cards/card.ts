import type { Mark } from "../commitments/commitment.ts";
import type { Idea, Lab } from "../generated/prisma/client.ts";
import { codeOf } from "../ideas/idea.ts";
import type { Running } from "../pulses/pulse.ts";

type Empty = Record<string, never>;

export type IdeaCard = {
  id: number;
  code: string;
  title: string;
  rest: { text: string }[];
  /** With the unit that the idea belongs to; an anonymous one tells neither. */
  author: { name: string; unit: { unit: string }[]; place: string }[];
  anonymous: Empty[];
  /** Who looks after it since its author was moved; of an anonymous one nobody, since that would tell its author. */
  keeper: { name: string }[];
  recorder: { name: string }[];
  /** Whether its writer may still say that it is no idea of theirs. */
  disownable: boolean;
  stage: string;
  votes: number;
  feedback: number;
  comments: number;
  decisions: { who: string; kind: string; reason: { text: string }[] }[];
  commitments: Mark[];
  running: Running[];
  similar: { codes: string }[];
  /** In how many other labs it was taken up. */
  replicated: { labs: number }[];
  plan: { done: number; total: number }[];
  /** The idea that it came of; another lab's with that lab. */
  inspired: { code: string; elsewhere: { lab: string }[] }[];
  files: { count: number }[];
};

export type CardSayings = { "idea.card": IdeaCard };

/** The idea that another one came of. */
export const originOf = ({ labId }: Idea, origin: Idea & { lab: Lab }) => ({
  code: codeOf(origin.lab, origin),
  elsewhere: origin.labId === labId ? [] : [{ lab: origin.lab.name }],
});

export type Authored = Pick<Idea, "anonymous" | "authorId"> & {
  author: { name: string };
  unit?: { name: string } | null;
  coauthors: { personId: number; person: { name: string } }[];
};

/** Who wrote an idea, and the ideas that were joined to it; of an anonymous one nobody. */
export const authorsOf = (idea: Authored & { joined: { idea: Authored }[] }) =>
  [idea, ...idea.joined.map((join) => join.idea)]
    .filter(({ anonymous }) => !anonymous)
    .flatMap(({ authorId, author, unit, coauthors }) => [
      { id: authorId, name: author.name, unit: unit ? [{ unit: unit.name }] : [] },
      ...coauthors.map(({ personId, person }) => ({ id: personId, name: person.name, unit: [] })),
    ])
    .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at)
    .map(({ name, unit }, at, all) => ({ name, unit, place: placeIn(at, all.length) }));

/** Where one of several names stands, so that they read as one line. */
const placeIn = (at: number, of: number) =>
  of === 1 ? "only" : at === 0 ? "first" : at === of - 1 ? "last" : "middle";

export const progressOf = (plan: { doneAt: Date | null }[]) => ({
  done: plan.filter(({ doneAt }) => doneAt !== null).length,
  total: plan.length,
});

import type { Said } from "../../sayings.ts";
import { type Button, type Keyboards, startLink, turnButtons } from "../keyboard.ts";
import { method } from "./methods.ts";

/** Starts a session with the lab's own question. */
export const startSession: Button = { label: "startSession", press: ["session"] };

export const challengeKeyboards: Keyboards = {
  "challenge.ask": () => ({ rows: [[startSession]] }),
  "challenge.askHere": () => ({ ask: "writeIdea" }),
  "challenge.board": (board, { bot }) => ({
    rows: board.left.length === 0 ? [] : [...forAll(board, bot), ...forFacilitators(board)],
  }),
  "challenge.answers": ({ id, items, page, pages }) => ({
    rows: [
      ...inPairs(
        items.map(({ id: idea, code, mine }) => voteFor(code, mine, ["support", idea, id, page - 1])),
      ),
      turnButtons(["turnAnswers", id], page, pages),
    ],
  }),
  "challenge.harvest": ({ id, kind, page, pages }) => ({
    rows: [
      turnButtons(["harvest", id], page, pages),
      [see(id), { label: "pictureHarvest", press: ["pictureHarvest", id] }],
      solve(id, kind),
    ],
  }),
  "challenge.ranking": ({ id, kind }) => ({ rows: [[see(id)], solve(id, kind)] }),
};

type Board = Extract<Said, { key: "challenge.board" }>["args"];

/** What everybody may do: answer where the group does not read it, or read and support what came in. */
function forAll({ id, ideas, secret }: Board, bot: { username: string }): Button[][] {
  if (secret.length > 0) return [[{ label: "answerQuietly", url: startLink(bot, `c_${id}`) }]];
  return ideas > 0 ? [[see(id)]] : [];
}

const see = (id: number): Button => ({ label: "seeAnswers", press: ["answers", id] });

const solve = (id: number, kind: string): Button[] =>
  kind === "problems" ? [{ label: "solveProblem", press: ["solve", id] }] : [];

const forFacilitators = ({ id, kind, ideas, problem, secret }: Board): Button[][] => [
  [act(id, "longer"), act(id, "days")],
  [
    ...(kind === "ideas" && ideas + problem.length === 0 ? [act(id, "problems")] : []),
    // Where it helps: to find a problem's root, and to turn a problem into a question.
    ...(kind === "problems" ? [method("fiveWhys")] : problem.map(() => method("howMight"))),
    act(id, "end"),
  ],
  [act(id, secret.length > 0 ? "reveal" : "hide")],
];

const voteFor = (code: string, mine: string, press: [string, ...number[]]): Button => ({
  ...{ label: mine === "yes" ? "votedFor" : "voteFor", args: { code }, press },
});

const inPairs = (all: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(all.length / 2) }, (_, n) => all.slice(n * 2, n * 2 + 2));

const act = (id: number, name: string): Button => ({
  label: `challenge.${name}`,
  press: ["steer", id, name],
});

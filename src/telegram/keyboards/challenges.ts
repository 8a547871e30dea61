import { type Button, type Keyboards, turnButtons } from "../keyboard.ts";
import { method } from "./methods.ts";

/** Starts a session with the lab's own question. */
export const startSession: Button = { label: "startSession", press: ["session"] };

export const challengeKeyboards: Keyboards = {
  "challenge.ask": () => ({ rows: [[startSession]] }),
  "challenge.board": ({ id, kind, ideas, problem, left }) => ({
    rows:
      left.length === 0
        ? []
        : [
            [act(id, "longer"), act(id, "days")],
            [
              ...(kind === "ideas" && ideas + problem.length === 0 ? [act(id, "problems")] : []),
              // Where it helps: to find a problem's root, and to turn a problem into a question.
              ...(kind === "problems" ? [method("fiveWhys")] : problem.map(() => method("howMight"))),
              act(id, "end"),
            ],
          ],
  }),
  "challenge.harvest": ({ id, kind, page, pages }) => ({
    rows: [
      turnButtons(["harvest", id], page, pages),
      kind === "problems" ? [{ label: "solveProblem", press: ["solve", id] }] : [],
    ],
  }),
};

const act = (id: number, name: string): Button => ({
  label: `challenge.${name}`,
  press: ["steer", id, name],
});

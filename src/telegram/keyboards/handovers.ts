import type { Choice } from "../../handovers/handover.ts";
import { type Button, type Keyboard, type Keyboards, startLink } from "../keyboard.ts";

/** So many ideas can be opened from the newcomer's brief. */
const OPENED = 6;

export const handoverKeyboards: Keyboards = {
  "handover.askLeaver": ({ id, people }) => ({ rows: people.map((one) => [leaves(one, id)]) }),
  "handover.askNewcomer": ({ id, from, people }) => ({ rows: people.map((one) => [comes(one, id, from)]) }),
  "handover.several": ({ id, from, people }) => ({
    rows: people.map((one) => [from === 0 ? leaves(one, id) : comes(one, id, from)]),
  }),
  "handover.confirm": ({ id, from, to, roles, ideas }) => {
    const go = (label: string, part: string): Button[] => [
      { label: `handOver.${label}`, press: ["handOver", from, to, part, id] },
    ];
    if (roles.length === 0 || ideas.length === 0) return { rows: [go("go", "all")] };
    return { rows: [go("all", "all"), go("roles", "roles"), go("ideas", "ideas")] };
  },
  "handover.done": ({ handover, unreachable }) => ({
    rows: [
      unreachable.map(() => ({ label: "briefAgain", press: ["briefAgain", handover] as const })),
      [{ label: "undo", press: ["undoHandover", handover] }],
    ],
  }),
  "handover.privately": () => ({ rows: [[{ label: "handOver", press: ["tap", "serahterima"] }]] }),
  "handover.brief": ({ ideas }, { bot }) => ({
    rows: ideas
      .flatMap(({ items }) => items.slice(0, OPENED))
      .map(({ code }) => [{ label: "openIdea", args: { code }, url: startLink(bot, `i_${code}`) }]),
  }),
  "handover.askAnonymous": ({ handover }) => mayGive(handover),
  "handover.askAuthor": ({ handover }) => mayGive(handover),
};

const mayGive = (handover: number): Keyboard => ({
  rows: [
    [{ label: "giveAnonymous", press: ["giveAnonymous", handover, "yes"] }],
    [{ label: "keepAnonymous", press: ["giveAnonymous", handover, "no"] }],
  ],
});

const leaves = ({ id, name }: Choice, lab: number): Button => ({
  label: "someone",
  args: { name },
  press: ["leaves", id, lab],
});
const comes = ({ id, name }: Choice, lab: number, from: number): Button => ({
  label: "someone",
  args: { name },
  press: ["takesOver", from, id, lab],
});

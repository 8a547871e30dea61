import type { Keyboards } from "../keyboard.ts";
import { postButtons } from "./asks.ts";
import { open } from "./ideas.ts";
import { share, undo } from "./sharing.ts";

export const exchangeKeyboards: Keyboards = {
  "exchange.shared": ({ id }) => ({ rows: [[share(id, "no")]] }),
  "exchange.sharedForYou": ({ id }) => ({ rows: [[share(id, "no")]] }),
  "exchange.unshared": ({ id }) => ({ rows: [[share(id, "yes")]] }),
  "exchange.foreign": ({ id, ours }, at) => {
    const [copy] = ours;
    return copy ? open(copy.code, at) : { rows: [[{ label: "replicate", press: ["replicate", id] }]] };
  },
  "exchange.draft": ({ id }) => ({
    rows: [
      postButtons(id).slice(0, 2),
      [...postButtons(id).slice(2), { label: "change", press: ["change", id] }],
    ],
  }),
  "exchange.recorded": ({ replication }) => ({ rows: [[undo(replication, "no")]] }),
  "exchange.undone": ({ replication }) => ({ rows: [[undo(replication, "yes")]] }),
  "exchange.replicated": ({ code }, at) => open(code, at),
};

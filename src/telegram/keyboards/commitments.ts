import type { Promised } from "../../commitments/commitment.ts";
import { type Button, inGroups, type Keyboard, type Keyboards, turnButtons } from "../keyboard.ts";

export const commitmentKeyboards: Keyboards = {
  "commitment.list": ({ id: lab, items, page, pages, leads }) => ({
    rows: [
      ...items
        .filter(({ mine }) => mine)
        .map(({ id, n, state }): Button[] =>
          state === "kept"
            ? [{ label: "notKeptOne", args: { n }, press: ["keep", id, "no", page - 1] }]
            : [{ label: "keptOne", args: { n }, press: ["keep", id, "yes", page - 1] }],
        ),
      turnButtons(["promises", lab], page, pages),
      leads ? [make] : [],
    ],
  }),
  "commitment.none": ({ leads }) => ({ rows: leads ? [[make]] : [] }),
  "commitment.askWhat": (_, at) => inGroups(at, "writePromise"),
  "commitment.askDay": (_, at) => inGroups(at, "writeDay"),
  "commitment.wrongDay": (_, at) => inGroups(at, "writeDay"),
  "commitment.one": one,
  "commitment.soon": one,
  "commitment.late": one,
};

const make: Button = { label: "promise", press: ["promiseLab"] };

/** Under one promise: what its leader can do with it now. */
function one({ id, state }: Promised): Keyboard {
  if (state === "cancelled") return { rows: [[{ label: "restore", press: ["cancelPromise", id, "no"] }]] };
  if (state === "kept") return { rows: [[{ label: "notKept", press: ["keep", id, "no"] }]] };
  return {
    rows: [
      [
        { label: "kept", press: ["keep", id, "yes"] },
        { label: "cancelPromise", press: ["cancelPromise", id, "yes"] },
      ],
    ],
  };
}

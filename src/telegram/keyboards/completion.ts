import type { Filled } from "../../ideas/completion.ts";
import type { Button, Keyboards } from "../keyboard.ts";

/** So many fields stand in a row. */
const ROW = 2;

export const completionKeyboards: Keyboards = {
  "idea.completion": ({ id, fields }) => ({ rows: rowsOf(fields.map((field) => fill(id, field))) }),
};

const fill = (id: number, { name, done }: Filled): Button => ({
  label: `fill.${name}`,
  args: { mark: done ? "✅ " : "" },
  press: ["fill", id, name],
});

const rowsOf = (buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, n) => buttons.slice(n * ROW, (n + 1) * ROW));

import type { Named } from "../../authors/coauthor.ts";
import type { Filled } from "../../completion/completion.ts";
import type { Button, Keyboards } from "../keyboard.ts";
import { postButtons } from "./asks.ts";

/** So many fields, or people, stand in a row. */
const ROW = 2;

export const completionKeyboards: Keyboards = {
  "idea.completion": ({ id, fields, unsent }) => ({
    rows: [
      ...rowsOf(fields.map((field) => fill(id, field))),
      ...unsent.map(() => postButtons(id).slice(0, 2)),
    ],
  }),
  "idea.pickCategories": ({ id, options }) => ({
    rows: [...rowsOf(options.map((option) => category(id, option))), [page(id)]],
  }),
  "idea.pickUnit": ({ id, now, units }) => ({
    rows: [
      ...units.map((unit): Button[] => [
        { label: "unit", args: { name: unit.name }, press: ["ideaUnit", id, unit.id] },
      ]),
      [...now.map((): Button => ({ label: "noUnit", press: ["ideaUnit", id, 0] })), page(id)],
    ],
  }),
  "idea.unitSet": ({ id }) => ({ rows: [[page(id)]] }),
  "coauthor.shown": ({ id, people, found }) => ({
    rows: [
      ...rowsOf(people.map((one) => person("uncoauthor", id, one))),
      ...rowsOf(found.map((one) => person("coauthor", id, one))),
      [page(id)],
    ],
  }),
  "coauthor.unknown": ({ id, talk }) => ({
    rows: [[{ label: "makeIdea", press: ["take", talk] }, page(id)]],
  }),
  "coauthor.added": ({ id }) => ({
    rows: [
      [
        { label: "details", press: ["details", id] },
        { label: "notMe", press: ["notMe", id] },
      ],
    ],
  }),
};

const page = (id: number): Button => ({ label: "back", press: ["complete", id] });

const fill = (id: number, { name, done }: Filled): Button => ({
  label: `fill.${name}`,
  args: { mark: done ? "✅ " : "" },
  press: ["fill", id, name],
});

const category = (id: number, { name, on }: { name: string; on: boolean }): Button => ({
  label: `category.${name}`,
  args: { mark: on ? "✓ " : "" },
  press: ["category", id, name],
});

const person = (what: "coauthor" | "uncoauthor", id: number, { id: personId, name }: Named): Button => ({
  ...{ label: what, args: { name }, press: [what, id, personId] },
});

const rowsOf = (buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, n) => buttons.slice(n * ROW, (n + 1) * ROW));

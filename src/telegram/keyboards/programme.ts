import { filters, type Standing } from "../../programme/programme.ts";
import { type Button, type Keyboards, turnButtons } from "../keyboard.ts";

/** So many labs' buttons stand in a row. */
const ROW = 4;

export const programmeKeyboards: Keyboards = {
  "program.labs": ({ filter, page, pages, items }) => ({
    rows: [...labs(items), turnButtons(["programPage", filter], page, pages), others(filter)],
  }),
  "program.found": ({ items }) => ({ rows: [...labs(items), [backToAll]] }),
  "program.notFound": () => ({ rows: [[backToAll]] }),
  "program.noLabs": ({ filter }) => ({ rows: [others(filter)] }),
  "program.lab": ({ id, inside, facilitators }) => ({
    rows: [
      [
        inside.length > 0
          ? { label: "dismissLab", press: ["admit", id, "no"] }
          : { label: "admitLab", press: ["admit", id, "yes"] },
      ],
      facilitators.length > 0 ? [{ label: "notify", press: ["notify", id] }] : [],
      [backToAll],
    ],
  }),
};

const backToAll: Button = { label: "allLabs", press: ["programPage", "all", 0] };

const others = (current: string): Button[] =>
  filters
    .filter((filter) => filter !== current)
    .map((filter) => ({ label: `labs.${filter}`, press: ["programPage", filter, 0] }));

const labs = (items: Standing[]): Button[][] =>
  [items.slice(0, ROW), items.slice(ROW)].map((some) =>
    some.map(({ id, code }) => ({ label: "code", args: { code }, press: ["programLab", id] })),
  );

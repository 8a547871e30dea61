import { type Button, type Keyboards, turnButtons } from "../keyboard.ts";

const note: Button = { label: "noteMaterial", press: ["noteMaterial"] };

export const materialKeyboards: Keyboards = {
  "material.list": ({ items, page, pages, notes }) => ({
    rows: [
      items.map(({ n, id }): Button => ({ label: "openNumber", args: { n }, press: ["material", id] })),
      turnButtons(["taught"], page, pages),
      notes.map(() => note),
    ],
  }),
  "material.none": ({ notes }) => ({ rows: [notes.map(() => note)] }),
  "material.ask": () => ({ ask: "writeMaterial" }),
  "material.askDay": () => ({ ask: "writeDay" }),
  "material.noted": ({ material }) => ({ rows: [[{ label: "withdraw", press: ["unnote", material] }]] }),
  "material.shown": ({ material, files, mayWithdraw }) => ({
    rows: [
      files.map((): Button => ({ label: "seeFiles", press: ["materialFiles", material, 0] })),
      mayWithdraw ? [{ label: "withdraw", press: ["unnote", material] }] : [],
    ],
  }),
  "material.file": ({ next }) => ({
    rows: next.map(({ id, from }): Button[] => [{ label: "next", press: ["materialFiles", id, from] }]),
  }),
  "material.withdrawn": ({ material }) => ({ rows: [[{ label: "restore", press: ["renote", material] }]] }),
};

import type { Button, Keyboards } from "../keyboard.ts";

export const unitKeyboards: Keyboards = {
  "profile.shown": () => ({
    rows: [
      [
        { label: "changeName", press: ["askProfile", "name"] },
        { label: "changeUnit", press: ["askProfile", "unit"] },
      ],
    ],
  }),
  "profile.unitNear": ({ draft, idea, name, units }) => ({
    rows: [
      ...units.map((one): Button[] => [
        {
          ...{ label: "unit", args: { name: one.name } },
          press: idea ? ["ideaUnit", idea, one.id] : ["unit", one.id],
        },
      ]),
      [{ label: "newUnit", args: { name }, press: [idea ? "newIdeaUnit" : "newUnit", draft] }],
    ],
  }),
  "profile.askUnit": ({ units }) => ({
    rows: [
      ...units.map(({ id, name }): Button[] => [{ label: "unit", args: { name }, press: ["unit", id] }]),
      [
        { label: "writeUnit", press: ["askProfile", "unit"] },
        { label: "notNow", press: ["noUnit"] },
      ],
    ],
  }),
};

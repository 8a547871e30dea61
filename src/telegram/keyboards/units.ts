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

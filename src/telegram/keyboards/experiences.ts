import type { Button, Keyboards } from "../keyboard.ts";

export const experienceKeyboards: Keyboards = {
  "experience.ask": () => ({ ask: "writeExperience" }),
  "experience.kept": ({ id, open }) => ({
    rows: [
      [
        ...open.map((): Button => ({ label: "complete", press: ["enrich", id] })),
        { label: "unshare", press: ["unshare", id] },
      ],
    ],
  }),
  "experience.question": ({ draft }) => ({ rows: [[{ label: "wave", press: ["skipPart", draft] }]] }),
};

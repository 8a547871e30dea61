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
  "experience.withdrawn": ({ id }) => ({ rows: [[{ label: "restore", press: ["reshare", id] }]] }),
  "experience.toScreen": ({ id, state, read }) => ({
    rows: [
      [
        state === "shown"
          ? { label: "hideIdea", press: ["letExperience", id, "no", read] }
          : { label: "accept", press: ["letExperience", id, "yes", read] },
      ],
    ],
  }),
  "experience.question": ({ draft }) => ({ rows: [[{ label: "wave", press: ["skipPart", draft] }]] }),
};

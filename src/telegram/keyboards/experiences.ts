import type { ExperiencePart } from "../../experiences/experience.ts";
import { cut } from "../../language/cut.ts";
import type { Button, Keyboards } from "../keyboard.ts";

/** An experience's words on a button have so many letters. */
const TITLE = 30;

type WithFiles = Pick<ExperiencePart["args"], "id" | "text" | "files">;

/** For each experience that is shown and has files, a button that sends them. */
export const experienceFiles = (shown: WithFiles[]): Button[][] =>
  shown
    .filter(({ files }) => files > 0)
    .map(({ id, text }) => [
      { label: "seeExperience", args: { title: cut(text, TITLE) }, press: ["experienceFiles", id, 0] },
    ]);

/** The same, of what stands among other parts of a message. */
export const filesAmong = (parts: { key: string; args: unknown }[]): Button[][] =>
  experienceFiles(
    parts.flatMap(({ key, args }) => (key === "experience.shown" ? [args as ExperiencePart["args"]] : [])),
  );

const seeFiles = (id: number, files: number): Button[] =>
  files > 0 ? [{ label: "seeFiles", press: ["experienceFiles", id, 0] }] : [];

export const experienceKeyboards: Keyboards = {
  "experience.ask": () => ({ ask: "writeExperience" }),
  "experience.kept": ({ id, open, files }) => ({
    rows: [
      files.flatMap(({ count }) => seeFiles(id, count)),
      [
        ...open.map((): Button => ({ label: "complete", press: ["enrich", id] })),
        { label: "unshare", press: ["unshare", id] },
      ],
    ],
  }),
  "experience.withdrawn": ({ id }) => ({ rows: [[{ label: "restore", press: ["reshare", id] }]] }),
  "experience.toScreen": ({ id, state, read, files }) => ({
    rows: [
      seeFiles(id, files),
      [
        state === "shown"
          ? { label: "hideIdea", press: ["letExperience", id, "no", read] }
          : { label: "accept", press: ["letExperience", id, "yes", read] },
      ],
    ],
  }),
  "experience.file": ({ next }) => ({
    rows: next.map(({ id, from }): Button[] => [{ label: "next", press: ["experienceFiles", id, from] }]),
  }),
  "experience.question": ({ draft }) => ({ rows: [[{ label: "wave", press: ["skipPart", draft] }]] }),
};

import type { Button, Keyboards } from "../keyboard.ts";

export const talkKeyboards: Keyboards = {
  "talk.isIdea": ({ draft, form, back }) => ({
    rows: [
      [
        { label: "makeIdea", press: ["take", draft] },
        ...form.map((one): Button => ({ label: "asAnswer", press: ["answer", draft, one.draft, one.kind] })),
      ],
      back.map(({ idea, kind }) => ({ label: "backToQuestion", press: ["fill", idea, kind] })),
    ],
  }),
  "talk.isMany": ({ draft }) => ({
    rows: [
      [{ label: "makeOne", press: ["take", draft, "one"] }],
      [{ label: "makeEach", press: ["take", draft, "each"] }],
      [drop(draft)],
    ],
  }),
  "talk.needsWords": ({ draft, heard }) => ({
    rows: [heard.map(() => ({ label: "useHeard", press: ["heard", draft] })), [drop(draft)]],
  }),
  "file.heard": ({ id, file }) => ({
    rows: [
      [{ label: "useHeard", press: ["useHeard", id, file] }],
      [{ label: "change", press: ["change", id] }],
    ],
  }),
  "talk.dropped": ({ draft }) => ({ rows: [[{ label: "restore", press: ["undrop", draft] }]] }),
  "file.sent": ({ next }) => ({
    rows: next.map(({ id, from }) => [{ label: "next", press: ["files", id, from] }]),
  }),
  "file.asksIdea": () => ({ ask: "writeIdea" }),
};

const drop = (draft: number): Button => ({ label: "drop", press: ["drop", draft] });

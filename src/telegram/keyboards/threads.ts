import { spans } from "../../threads/thread.ts";
import type { Button, Keyboards } from "../keyboard.ts";

const choices: Button[] = spans.map((span) => ({ label: `span.${span}`, press: ["summarise", span] }));
const record: Button = { label: "recordTalk", press: ["set", "record", "on"] };

export const threadKeyboards: Keyboards = {
  "summary.ask": () => ({ rows: [choices] }),
  "summary.notUnderstood": () => ({ rows: [choices] }),
  "summary.written": ({ unrecorded }) => ({ rows: [unrecorded.map(() => record)] }),
  "summary.nothing": ({ unrecorded }) => ({ rows: [unrecorded.map(() => record)] }),
};

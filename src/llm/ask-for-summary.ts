import { summarize } from "../language/summarize.ts";
import type { Llm } from "./llm.ts";
export const askForSummary = async (_llm: Llm, lines: Parameters<typeof summarize>[0], _locale: string) =>
  summarize(lines);

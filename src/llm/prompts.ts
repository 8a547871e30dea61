import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Prompt } from "./llm.ts";

const Cited = z.object({ text: z.string(), messages: z.array(z.number()) });

export const summarizeThread = {
  name: "summarize-thread",
  slots: z.object({ language: z.string(), messages: z.string() }),
  answer: z.object({ points: z.array(Cited), questions: z.array(Cited), nextSteps: z.array(Cited) }),
} satisfies Prompt;

/** Every prompt that the program asks. */
export const prompts: Prompt[] = [summarizeThread];

/** A prompt file: its front matter's version, what is said as the system, and what is given as the user. */
export type PromptText = { version: number; system: string; user: string };

const FILE = /^---\nversion: (\d+)\n---\n([^]+?)\n\*\*\*\n([^]+)$/;

/**
 * Reads prompts/<name>.md: front matter, the instruction, a line `***`, the material.
 * @throws Error when the file is not built so
 */
export function textOf({ name }: Pick<Prompt, "name">): PromptText {
  const file = readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), "utf8");
  const [, version, system, user] = FILE.exec(file.replaceAll("\r\n", "\n")) ?? [];
  if (!version || !system || !user)
    throw new Error(`prompts/${name}.md needs a version, an instruction, ***, the material`);
  return { version: Number(version), system: system.trim(), user: user.trim() };
}

/** The prompt's text with every `{{slot}}` filled. Slots are data: they are filled once and never read again. */
export function fill(prompt: Prompt, slots: unknown): PromptText {
  const values = prompt.slots.parse(slots);
  const filled = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => String(values[slot] ?? missing(prompt, slot)));
  const { version, system, user } = textOf(prompt);
  return { version, system: filled(system), user: filled(user) };
}

/** The names of the slots that stand in the prompt's file. */
export function slotsIn(prompt: Pick<Prompt, "name">): string[] {
  const { system, user } = textOf(prompt);
  return [...new Set([...`${system}\n${user}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot]) => slot as string))];
}

function missing(prompt: Prompt, slot: string): never {
  throw new Error(`prompts/${prompt.name}.md has {{${slot}}}, which nothing fills`);
}

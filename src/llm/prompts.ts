import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Prompt } from "./llm.ts";

const cited = z.object({
  text: z.string().describe("one sentence, at most 200 characters"),
  quote: z.string().describe("a few words copied exactly from one of the messages"),
  messages: z.array(z.number().int()).describe("the numbers of the messages that say it"),
});

/** `messages`: a line each, "[3] P1 (to 2): words". */
export const summarizeThread = {
  name: "summarize-thread",
  slots: z.object({ language: z.enum(["Indonesian", "English"]), messages: z.string() }),
  answer: z.object({ points: z.array(cited), questions: z.array(cited), nextSteps: z.array(cited) }),
} satisfies Prompt;

/** `idea`: its text, with pseudonyms. */
export const askQuestions = {
  name: "ask-questions",
  slots: z.object({ language: z.enum(["Indonesian", "English"]), idea: z.string() }),
  answer: z.object({
    questions: z.array(
      z.object({
        about: z.enum(["affected", "difference"]),
        text: z.string().describe("one question, at most 140 characters"),
      }),
    ),
  }),
} satisfies Prompt;

/** Every prompt there is: one file in prompts/ for each. */
export const prompts: Prompt[] = [summarizeThread, askQuestions];

/** A prompt's file: its version, what the model is told, and what it is given, with `{{slots}}` still open. */
export type PromptText = { version: string; system: string; user: string };

/**
 * The prompt's text with its slots filled. A slot's value is material: it is put in once, never read for slots again,
 * and cannot close the marks around it, since its angle brackets are made harmless.
 * @throws Error when the file has a slot that nothing fills
 */
export function fill(prompt: Prompt, slots: unknown): PromptText {
  const values = prompt.slots.parse(slots) as Record<string, string>;
  const put = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => harmless(values[slot] ?? missing(prompt, slot)));
  const { version, system, user } = textOf(prompt);
  return { version, system: put(system), user: put(user) };
}

/**
 * Reads prompts/<name>.md: front matter with `version:`, then what the model is told, then `---`, then the material.
 * @throws Error when the file is missing or has not these three parts
 */
export function textOf({ name }: Pick<Prompt, "name">): PromptText {
  const file = readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), "utf8");
  const [before, matter, system, user] = file.split(/^---\r?\n/m).map((part) => part.trim());
  const version = matter?.match(/^version:\s*(\S+)/m)?.[1];
  if (before !== "" || !version || !system || !user)
    throw new Error(`prompts/${name}.md has not its three parts`);
  return { version, system, user };
}

/** The names of the slots that a prompt's file has. */
export function slotsOf(prompt: Pick<Prompt, "name">): string[] {
  const { system, user } = textOf(prompt);
  return [...new Set([...`${system}\n${user}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot]) => slot ?? ""))];
}

const harmless = (value: string) => value.replaceAll("<", "‹").replaceAll(">", "›");

function missing(prompt: Prompt, slot: string): never {
  throw new Error(`prompts/${prompt.name}.md has {{${slot}}}, which nothing fills`);
}

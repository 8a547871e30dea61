import type { z } from "zod";

/** A prompt file, and the shape of what goes in and what comes back. */
export type Prompt<In extends z.ZodObject = z.ZodObject, Out extends z.ZodType = z.ZodType> = {
  /** The file prompts/<name>.md, named by its verb. */
  name: string;
  slots: In;
  answer: Out;
};

/** Speech, as somebody recorded it. */
export type Speech = { bytes: Uint8Array<ArrayBuffer>; mime: string };

/** The only way to a language model. */
export type Llm = {
  /**
   * Writes speech down. Only there where a model for that is set.
   * @throws LlmError as `ask` does
   */
  transcribe?: ((speech: Speech) => Promise<string>) | undefined;
  /**
   * Answers in the shape asked for.
   * @throws LlmError when there is no answer, or none of that shape; it never repeats people's words or the key
   */
  ask<In extends z.ZodObject, Out extends z.ZodType>(
    prompt: Prompt<In, Out>,
    slots: z.input<In>,
    options?: { signal?: AbortSignal | undefined },
  ): Promise<z.output<Out>>;
};

/**
 * Why there is no answer: `quota` is a bill to be paid, `shape` an answer of another form than asked for, `citations` one
 * that says what nobody said.
 */
export type LlmTrouble =
  | "quota"
  | "busy"
  | "key"
  | "timeout"
  | "aborted"
  | "unreachable"
  | "refused"
  | "shape"
  | "citations"
  | "failed";

export class LlmError extends Error {
  override name = "LlmError";
  reason: LlmTrouble;

  constructor(prompt: string, reason: LlmTrouble, status?: number) {
    super(`${prompt}: ${reason}${status === undefined ? "" : ` (${status})`}`);
    this.reason = reason;
  }
}

import type OpenAI from "openai";
import { type Llm, LlmError } from "./llm.ts";
import type { OpenaiOptions } from "./openai.ts";
import { troubleOf } from "./openai-error.ts";

/** What it is called in counts and errors. */
const NAME = "transcribe";
/** What a voice note is; servers go by the name's ending. */
const ENDINGS: Record<string, string> = { "audio/ogg": "ogg", "audio/mpeg": "mp3", "audio/mp4": "m4a" };

/** Writes speech down, where a model for that is set. */
export function transcriber(
  { transcriptionModel: model, timeout = 60_000, count }: OpenaiOptions,
  connected: () => Promise<OpenAI>,
): Llm["transcribe"] {
  if (!model) return undefined;
  const transcribe = async (bytes: Uint8Array<ArrayBuffer>, mime: string) => {
    const late = AbortSignal.timeout(timeout);
    const file = new File([bytes], `suara.${ENDINGS[mime] ?? "ogg"}`, { type: mime });
    const asked = connected().then((openai) =>
      openai.audio.transcriptions.create({ file, model }, { signal: late, timeout }),
    );
    const { text } = await asked.catch((error: unknown) => {
      throw troubleOf(NAME, error, { late, signal: undefined });
    });
    if (typeof text !== "string") throw new LlmError(NAME, "shape");
    return text.trim();
  };
  return ({ bytes, mime }) => {
    const answer = transcribe(bytes, mime);
    count?.asking(NAME, answer);
    return answer;
  };
}

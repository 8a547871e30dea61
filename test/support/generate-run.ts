import type { Chat } from "./chat.ts";
import { randomFrom } from "./generate-random.ts";
import { rest, setStage } from "./generate-stage.ts";
import { type Generated, updateOf } from "./generate-update.ts";
import { wrongInUpdate } from "./wire.ts";
import { tapWire } from "./wire-tap.ts";

/** How many come at once. */
const BATCH = 100;

/** What came of it. `failed` names sound updates with what they failed of; `damaged` says why damaged ones were given up. */
export type Outcome = {
  kinds: Set<string>;
  fields: Set<string>;
  sound: number;
  failed: string[];
  damaged: string[];
  refused: string[];
  unhandled: string[];
  answers: number;
};

/** Throws so many generated updates at the bot, and waits until it has nothing more to do. */
export async function throwAt(
  chat: Chat,
  { seed, count }: { seed: number; count: number },
): Promise<Outcome> {
  const out: Outcome = {
    kinds: new Set(),
    fields: new Set(),
    sound: 0,
    failed: [],
    damaged: [],
    refused: [],
    unhandled: [],
    answers: 0,
  };
  const note = (error: unknown) => void out.unhandled.push(String((error as Error)?.stack ?? error));
  process.on("unhandledRejection", note).on("uncaughtException", note);
  const stop = tapWire((what, _, said) => {
    if (what.startsWith("refused")) out.refused.push(`${what}: ${said}`);
    if (/^answered (sendMessage|answerCallbackQuery|editMessageText)$/.test(what)) out.answers++;
  });
  try {
    const stage = await setStage(chat, randomFrom(seed));
    out.answers = 0;
    for (let from = 0; from < count; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) =>
        updateOf(stage, from + i),
      );
      await bring(chat, batch, out);
    }
    return out;
  } finally {
    stop();
    process.off("unhandledRejection", note).off("uncaughtException", note);
  }
}

async function bring(chat: Chat, batch: Generated[], out: Outcome) {
  const sound = new Set<number>();
  for (const update of batch) {
    const [kind = "", body] = Object.entries(update)[1] ?? [];
    out.kinds.add(kind);
    if (kind === "message") for (const field of Object.keys((body ?? {}) as object)) out.fields.add(field);
    if (kind === "something_new" || !wrongInUpdate(update)) sound.add(update.update_id);
  }
  out.sound += sound.size;
  await chat
    .take(batch as unknown as Parameters<Chat["take"]>[0])
    .catch((error: unknown) => out.failed.push(`the whole batch: ${error}`));
  await rest(chat);
  await gather(chat, sound, out);
}

type Line = { err?: Error; update?: string };

/** Who was given up, with what the log says. */
async function gather({ app, errors }: Chat, sound: Set<number>, out: Outcome) {
  const given = await app.db.update.findMany({
    where: { error: { not: null } },
    select: { id: true, updateId: true, payload: true },
  });
  const said = errors.splice(0) as Line[];
  for (const { id, updateId, payload } of given) {
    const why = said.find(({ update, err }) => err && update === String(id))?.err;
    const line = `${why?.stack ?? "?"}\n${JSON.stringify(payload)}`;
    (sound.has(Number(updateId)) ? out.failed : out.damaged).push(line);
  }
  await app.db.update.deleteMany({ where: { id: { in: given.map(({ id }) => id) } } });
}

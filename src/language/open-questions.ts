import type { Candidate } from "./candidates.ts";
import { isAgreement, isChatter, isQuestion, isUnknowing } from "./intent.ts";
import type { Line } from "./point.ts";
import { similarity } from "./similar.ts";
import { carriesMeaning } from "./words.ts";

/** A line that follows a question within so many lines and speaks of the same thing answers it, also unthreaded. */
const NEAR = 4;
const ON_TOPIC = 0.3;

/** The questions that nobody has answered, in their order. A bare "Kapan?" tells a reader nothing. */
export function openQuestions(candidates: Candidate[], lines: Line[]): Candidate[] {
  const places = new Map(lines.map(({ id }, at) => [id, at]));
  return candidates.filter(({ line, text, words }) => {
    if (!words.some(carriesMeaning)) return false;
    const at = places.get(line.id) ?? 0;
    const later = lines.filter(({ author }, place) => place > at && author !== line.author);
    if (later.some((other) => other.replyTo === line.id && answers(other.text))) return false;
    const next = lines
      .slice(at + 1, at + 1 + NEAR)
      .filter((other) => other.author !== line.author && !other.replyTo);
    return !next.some((other) => answers(other.text) && similarity(text, other.text) >= ON_TOPIC);
  });
}

/** Asking back, or asking the same, answers nothing; "Bisa" does. */
function answers(text: string): boolean {
  if (isQuestion(text) || isUnknowing(text) || /^\W*(?:sama|me too|same|naik|up)\b/iu.test(text))
    return false;
  return (
    !isChatter(text) ||
    isAgreement(text) ||
    /^\W*(?:ya|iya|tidak|bisa|belum|sudah|yes|no|not yet)\b/iu.test(text)
  );
}

/** Telegram said no. `description` never holds a token. */
export class Refused extends Error {
  override name = "Refused";
  code: number;
  retryAfter: number | undefined;
  migrateTo: number | undefined;

  constructor(code: number, description: string, more: { retryAfter?: number; migrateTo?: number } = {}) {
    super(description);
    this.code = code;
    this.retryAfter = more.retryAfter;
    this.migrateTo = more.migrateTo;
  }
}

/** Telegram could not be reached. `mayHaveArrived`: the call was cut after it may have been taken. */
export class Unreachable extends Error {
  override name = "Unreachable";
  mayHaveArrived: boolean;

  constructor(message: string, { mayHaveArrived }: { mayHaveArrived: boolean }) {
    super(message);
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** What to do with a row of the outbox that did not go out. Times are milliseconds from now. */
export type Outcome =
  | { next: "again"; after: number; hold?: "chat" | "all" }
  | { next: "failed"; error: string }
  | { next: "uncertain"; error: string }
  | { next: "done" }
  | { next: "unreachable"; error: string }
  | { next: "left"; error: string }
  | { next: "moved"; to: number };

/** An answer is tried this often when it may have arrived, a digest once more: it is recognisable by its period. */
export const UNCERTAIN = { answer: 5, digest: 2 };
const MOST = 12;

/** How often something was tried, this time included; whether it is a digest; whether it is for a group. */
type Tried = { attempts: number; digest: boolean; group: boolean };

/** The bot may not write in this group, though it is there: that passes when its admins change their mind. */
const MUTED = /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED/i;
/** The bot is not there, or the place is gone. */
const LEFT = /kicked|not a member|chat not found|group chat was d(eleted|eactivated)|CHANNEL_PRIVATE/i;

/** Decides what follows from an error. Errors' words are Telegram's own, from tdlib/telegram-bot-api. */
export function outcomeOf(error: unknown, { attempts, digest, group }: Tried): Outcome {
  if (error instanceof Unreachable) {
    const most = error.mayHaveArrived ? UNCERTAIN[digest ? "digest" : "answer"] : Number.POSITIVE_INFINITY;
    return attempts < most
      ? { next: "again", after: backoff(attempts) }
      : { next: "uncertain", error: error.message };
  }
  if (!(error instanceof Refused))
    return { next: "failed", error: error instanceof Error ? error.name : "unknown" };

  const { code, message, retryAfter, migrateTo } = error;
  if (migrateTo !== undefined && attempts < MOST) return { next: "moved", to: migrateTo };
  if (code === 429) return { next: "again", after: (retryAfter ?? 1) * 1000, hold: "chat" };
  if (code >= 500)
    return attempts < MOST ? { next: "again", after: backoff(attempts) } : { next: "failed", error: message };
  if (/message is not modified/i.test(message)) return { next: "done" };
  if (MUTED.test(message)) return { next: "failed", error: message };
  if (group && (code === 403 || LEFT.test(message))) return { next: "left", error: message };
  if (code === 403 || LEFT.test(message)) return { next: "unreachable", error: message };
  return { next: "failed", error: message };
}

/** 1 s, 2 s, 4 s … one minute at the most. */
export const backoff = (attempts: number) => Math.min(60_000, 1000 * 2 ** Math.min(attempts - 1, 6));

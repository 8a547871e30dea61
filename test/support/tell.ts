import type { Account } from "./account.ts";
import type { Done } from "./load.ts";

/** Prints a line about a proof, for whoever reads its run. */
export const tell = (line: string) => void process.stdout.write(`${line}\n`);

/** What became of the messages, in words. */
export function tellAccount(what: string, { toSay, taken, cut, cutAfterTaken, givenUp }: Account) {
  tell(`${what}: ${toSay} messages to say, ${taken} taken by Telegram; ${cut} sends were cut`);
  tell(`${cutAfterTaken} sends were cut after Telegram had taken them`);
  if (givenUp > 0) tell(`${givenUp} digests were cut twice before that, and are not tried a third time`);
}

/** What people did, in words. */
export const tellDone = (what: string, { ideas, votes, answers, decisions }: Done) =>
  tell(
    `${what}: ${ideas.size} ideas, ${votes.size} votes, ${answers.size} answers, ${decisions.size} decisions`,
  );

type Takeover = { held: number; spoke: number };

/** How soon another one delivered, in milliseconds: until it had the right, and until its first message was there. */
export function tellTakeovers(takeovers: Takeover[]) {
  for (const [name, what] of [
    ["held", "another had the right to deliver"],
    ["spoke", "its first message was there"],
  ] as const) {
    const times = takeovers
      .map((each) => each[name])
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    tell(`${what} after ${times[times.length >> 1]} ms (median), ${times.at(-1)} ms at the most`);
  }
}

import type { Account } from "./account.ts";
import type { Done } from "./load.ts";

/** Prints a line about a proof, for whoever reads its run. */
export const tell = (line: string) => void process.stdout.write(`${line}\n`);

/** What became of the messages, in words. */
export function tellAccount(what: string, { toSay, taken, cut, cutAfterTaken }: Account) {
  tell(`${what}: ${toSay} messages to say, ${taken} taken by Telegram; ${cut} sends were cut`);
  tell(`${cutAfterTaken} sends were cut after Telegram had taken them`);
}

/** What people did, in words. */
export const tellDone = (what: string, { ideas, votes, answers, decisions }: Done) =>
  tell(
    `${what}: ${ideas.size} ideas, ${votes.size} votes, ${answers.size} answers, ${decisions.size} decisions`,
  );

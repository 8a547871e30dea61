/** What a check found: one line, what belongs to it line by line, and what to do where it is not fine. */
export type Finding = { sign: Sign; what: string; more?: string[]; todo?: string };

/** Fine · to be looked at, the bot works · the bot does not work like this. */
export type Sign = "✓" | "!" | "✗";

export const fine = (what: string): Finding => ({ sign: "✓", what });
export const doubtful = (what: string, todo: string): Finding => ({ sign: "!", what, todo });
export const wrong = (what: string, todo: string): Finding => ({ sign: "✗", what, todo });

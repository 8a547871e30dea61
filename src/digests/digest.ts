/** What is said about a period. */
export type DigestSayings = Record<never, never>;

/** What is said about discussions and their summaries. */
export type ThreadSayings = Record<never, never>;

type Empty = Record<string, never>;

/** Ways to find an idea, each on a card that takes a minute to read. */
export const methods = ["fiveWhys", "howMight", "scamper", "journey"] as const;
export type Method = (typeof methods)[number];

export type MethodSayings = { "method.list": Empty } & Record<`method.${Method}`, Empty>;

type Empty = Record<string, never>;
type Codes = { code: string; into: string; title: string };

/** What is said of two ideas that are one. */
export type JoinSayings = {
  "idea.joinedCard": { code: string; into: string; title: string };
  "idea.askJoin": { id: number; code: string; twins: { id: number; code: string; title: string }[] };
  "idea.joined": { join: number; code: string; into: string; title: string };
  "idea.unjoined": { code: string; into: string; title: string };
  /** `others`: whether the authors of both are named. */
  "idea.wasJoined": Codes & { named: { into: string; others: "named" | "anonymous" }[]; anonymous: Empty[] };
  "idea.wasUnjoined": Codes & { named: Empty[]; anonymous: Empty[] };
  "idea.holdsOthers": { code: string };
  "idea.joinsItself": { code: string };
  /** The code of one that was joined before. */
  "idea.joinedAlready": { code: string; into: string; title: string };
};

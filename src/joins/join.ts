type Empty = Record<string, never>;

/** What is said of two ideas that are one. */
export type JoinSayings = {
  "idea.joinedCard": { code: string; into: string; title: string };
  "idea.askJoin": { id: number; code: string; twins: { id: number; code: string; title: string }[] };
  "idea.joined": { join: number; code: string; into: string; title: string };
  "idea.unjoined": { code: string; into: string; title: string };
  "idea.wasJoined": { code: string; into: string; title: string; named: Empty[]; anonymous: Empty[] };
  "idea.wasUnjoined": { code: string; into: string; title: string; named: Empty[]; anonymous: Empty[] };
  "idea.holdsOthers": { code: string };
};

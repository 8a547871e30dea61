import { isSeen } from "../challenges/find-secrets.ts";
import { Prisma } from "../db.ts";

type Empty = Record<string, never>;

/** Which ideas other labs see: shared, posted under a name, and of a lab that is in the exchange. */
export const shared = {
  ...{ sharedAt: { not: null }, state: "posted", anonymous: false },
  lab: { admittedAt: { not: null } },
  NOT: { challenge: { hidden: true, endedAt: null } },
} as const satisfies Prisma.IdeaWhereInput;

/** The same in SQL, of an idea `i` and its lab `l`. */
export const isShared = Prisma.sql`i."sharedAt" is not null and i.state = 'posted' and not i.anonymous
  and l."admittedAt" is not null and ${isSeen}`;

/** Another lab's idea in one line of a list. */
export type ForeignItem = { code: string; title: string; lab: string; link: string };

/** Another lab's idea, as it may be seen: its unit and its lab, no person. */
export type Foreign = {
  id: number;
  code: string;
  title: string;
  rest: { text: string }[];
  lab: string;
  unit: { name: string }[];
  stage: string;
  votes: number;
  feedback: number;
  decisions: { kind: string }[];
  /** In how many labs it was taken up. */
  copies: number;
  contact: { contact: string }[];
  noContact: Empty[];
  /** What this lab made of it. */
  ours: { code: string }[];
};

/** What an idea's details say of other labs. */
export type Shown = {
  /** Other labs see it. */
  shared: Empty[];
  /** Whether this person may share it, or end that. */
  sharing: { next: "yes" | "no" }[];
  /** The labs that took it up. */
  copies: { lab: string }[];
  /** It is this lab's copy of another lab's idea, and this person may end that. */
  replication: { id: number; next: "yes" | "no" }[];
};

type Named = { id: number; code: string; title: string };

/** What is said about ideas that cross from lab to lab. */
export type ExchangeSayings = {
  "exchange.shared": Named & { noContact: Empty[] };
  "exchange.unshared": Named;
  "exchange.alreadyShared": { code: string; answer: string };
  "exchange.neverAnonymous": { code: string };
  "exchange.notYours": Empty;
  "exchange.notAdmitted": Empty;
  /** To an author whose idea a facilitator shared. */
  "exchange.sharedForYou": Named;
  "exchange.foreign": Foreign;
  "exchange.notShared": { code: string; outside: Empty[] };
  "exchange.gone": Empty;
  "exchange.undoFirst": Empty;
  /** A reply to another lab's idea reaches nobody there. */
  "exchange.noReply": { code: string; lab: string; text: string };
  "exchange.draft": Named & { source: string; lab: string; group: string };
  "exchange.recorded": { replication: number; code: string; source: string; lab: string };
  "exchange.undone": { replication: number; code: string; source: string; lab: string };
  /** To the source's author and facilitators. */
  "exchange.replicated": { code: string; title: string; lab: string };
};

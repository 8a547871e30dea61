import type { Writer } from "../cards/find-authors.ts";
import type { FallsDue } from "../commitments/count-commitments.ts";
import type { ExperiencePart } from "../experiences/experience.ts";
import type { MaterialItem } from "../materials/material.ts";
import type { Stopped } from "../pulses/find-stopped.ts";
import type { Within } from "../sayings.ts";
import type { SparkSayings } from "../sparks/spark.ts";
import type { When } from "../telegram/when.ts";

type Empty = Record<string, never>;

/** An idea in one line of a digest. `link` leads to its card, for who is in the group. */
export type DigestItem = {
  code: string;
  title: string;
  author: Writer[];
  card: { link: string; code: string }[];
  bare: { code: string }[];
  votes: number;
  feedback: number;
};

/** What happened in a lab from one moment to another. */
export type Period = {
  lab: string;
  from: When;
  to: When;
  /** Whether it still runs. */
  soFar: Empty[];
  ideas: number;
  votes: number;
  feedback: number;
  decisions: number;
  /** Ideas that wait for a first answer at its end. */
  unanswered: number;
  fresh: { items: DigestItem[]; more: { count: number }[] }[];
  changed: { items: DigestItem[] }[];
};

/** Where in a row of names one stands: it begins, goes on, or ends it. */
export type Place = "first" | "next" | "last";

type ParagraphSayings = {
  /** For ideas that moved, were supported or launched. Nobody is named. */
  "digest.thanks": {
    ideas: (Pick<DigestItem, "card" | "bare"> & { place: Place })[];
    more: { count: number }[];
  };
  /** What leaders promised for the week that begins; to them and the facilitators. */
  "commitment.fallsDue": FallsDue;
  /** What is no longer in use, and why; to them too. */
  "pulse.haveStopped": { ideas: Stopped[] };
  /** Units whose people had an idea; `first` where it was their first one. */
  "digest.units": { units: { name: string; place: Place; first: Empty[] }[]; more: { count: number }[] };
};

/** What stands below the numbers and the ideas. */
export type Paragraph = Within<ParagraphSayings & Pick<SparkSayings, "spark.asked">> | ExperiencePart;

/** The first of a list, and how many more there are. */
export type Short<Item> = { items: Item[]; more: { count: number }[] };

/** An idea of somebody's unit, and a step of a plan that is due. `link` opens the idea in the private chat. */
export type UnitIdea = { code: string; title: string; stage: string; link: string };
export type UnitStep = {
  code: string;
  link: string;
  what: string;
  who: { name: string }[];
  due: When;
  /** late | open */
  late: string;
};

/** What is said about a period. */
export type DigestSayings = ParagraphSayings & {
  /** To a leader or a facilitator; `choices` ideas to decide on follow. */
  "digest.private": Period & { paragraphs: Paragraph[]; choices: { count: number }[] };
  "digest.group": Period & { paragraphs: Paragraph[] };
  "digest.quiet": Pick<Period, "lab" | "from" | "to" | "soFar"> & {
    paragraphs: Paragraph[];
    waiting: { count: number }[];
  };
  /** What somebody missed. */
  "digest.catchUp": Period & {
    decided: { who: string; kind: string; code: string; title: string }[];
    mine: { code: string; title: string; feedback: number }[];
    taught: Short<MaterialItem>[];
    unit: Short<UnitIdea>[];
    due: Short<UnitStep>[];
    running: { text: { text: string }[]; ideas: number; until: When }[];
  };
  "digest.nothingMissed": Pick<Period, "lab" | "from">;
  /** In the group, to a leader who never pressed Start. */
  "digest.mention": { name: string; telegramId: number };
};

/** Where a message of a supergroup stands; `rawChatId` is Telegram's, which begins with -100. */
export const messageLink = (rawChatId: bigint, messageId: number) =>
  `https://t.me/c/${String(rawChatId).replace(/^-100/, "")}/${messageId}`;

import type { Sayings } from "./vocabulary.ts";

export type Key = keyof Sayings;

/** A sentence with what fills its blanks; its words are frozen when it is said. */
export type Said<K extends Key = Key> = { [P in K]: { key: P; args: Sayings[P] } }[K];

/** A sentence of a noun that stands within another one, as a paragraph does. */
export type Within<S> = { [P in keyof S]: { key: P; args: S[P] } }[keyof S];

/** What a message is about. A reply to it is a reply to that. */
export type About = { about: "idea" | "draft" | "challenge" | "digest"; id: number };

/** A message that is drawn from the store when it is sent, and again whenever that changed. */
export type View = { view: "idea" | "board" | "talk"; id: number };

/**
 * Where a message goes: *here* (the chat and topic it came from) · a chat · a person, privately ·
 * *aside*: to the person who asked, and to nobody else.
 */
export type Address =
  | { to: "here" }
  | { to: "chat"; chatId: number; topicId?: number | undefined; replyTo?: number | undefined }
  | { to: "person"; personId: number; otherwise?: Otherwise | undefined }
  | { to: "aside"; orNothing?: boolean | undefined };

/** What to say in a group when a person cannot be reached privately. */
export type Otherwise = { chatId: number; replyTo?: number | undefined; said: Said };

export type Message = {
  do: "message";
  address: Address;
  what: Said | View;
  about?: About;
  /** What takes it back before it is due. */
  cancelKey?: string;
  /** It is said so much later, in milliseconds. */
  after?: number;
  /** A digest gives way to everything else. */
  digest?: boolean;
  /** The answer of a job to what a person has just done: quiet hours do not hold it. */
  urgent?: boolean;
  pin?: boolean;
  /** Whose quiet hours are kept, where it goes to another lab than the one it comes from. */
  zone?: string;
};

/** One thing to say or do. */
export type Saying =
  | Message
  | { do: "turn"; what: Said }
  | { do: "react"; sign: "noted" | "seen" }
  | { do: "toast"; what: Said; alert?: boolean }
  | { do: "show"; about: About }
  | { do: "cancel"; cancelKey: string };

type More = Pick<Message, "about" | "cancelKey" | "after" | "digest" | "urgent" | "pin" | "zone">;

const message = (address: Address, what: Said | View, more: More = {}): Message => ({
  do: "message",
  address,
  what,
  ...more,
});

/** Answers where it was asked. */
export const say = <K extends Key>(key: K, args: Sayings[K], more?: More): Message =>
  message({ to: "here" }, { key, args } as Said, more);

/** Answers the person who asked, and nobody else: privately, or not at all. */
export const aside = <K extends Key>(key: K, args: Sayings[K], more?: More): Message =>
  message({ to: "aside" }, { key, args } as Said, more);

/** Tells the person who asked something privately, or nobody: it is not worth a word in the group. */
export const whisper = <K extends Key>(key: K, args: Sayings[K], more?: More): Message =>
  message({ to: "aside", orNothing: true }, { key, args } as Said, more);

/** Turns the message whose button was pressed into another one. */
export const turn = <K extends Key>(key: K, args: Sayings[K]): Saying => ({
  do: "turn",
  what: { key, args } as Said,
});

/** Tells a person something privately; `otherwise` is for who never pressed Start. Quiet hours are kept. */
export const tell = <K extends Key>(
  to: { personId: number; otherwise?: Otherwise | undefined },
  key: K,
  args: Sayings[K],
  more?: More,
): Message => message({ to: "person", ...to }, { key, args } as Said, more);

/** Says something in a group. Quiet hours are kept. */
export const post = <K extends Key>(chatId: number, key: K, args: Sayings[K], more?: More): Message =>
  message({ to: "chat", chatId }, { key, args } as Said, more);

/** Puts an idea's card in a chat. */
export const card = (address: Address, id: number): Message =>
  message(address, { view: "idea", id }, { about: { about: "idea", id } });

/** Draws every card of an idea anew. */
export const show = (id: number): Saying => ({ do: "show", about: { about: "idea", id } });

/** Answers with a sign on the message itself. */
export const react = (sign: "noted" | "seen"): Saying => ({ do: "react", sign });

/** A word that passes by when a button is pressed; `alert` waits for an OK. Lost if the line is. */
export const toast = <K extends Key>(key: K, args: Sayings[K], alert = false): Saying => ({
  do: "toast",
  what: { key, args } as Said,
  alert,
});

export const silence: Saying[] = [];

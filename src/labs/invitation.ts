import { createHash, randomBytes } from "node:crypto";

/** For what an invitation may be: a role, or a group that becomes one of the lab's. */
export const offers = ["mentor", "leader", "facilitator", "group"] as const;
export type Offer = (typeof offers)[number];

/** The words that people type for it, in both languages. */
export const offerWords: Record<string, Offer> = {
  ...{ mentor: "mentor", pendamping: "mentor", pimpinan: "leader", leader: "leader" },
  ...{ fasilitator: "facilitator", facilitator: "facilitator", grup: "group", group: "group" },
};

/** How long an invitation may be taken up, in milliseconds. */
export const LASTS = 7 * 24 * 60 * 60 * 1000;

/** What an invitation's token looks like. */
export const TOKEN = /^[\w-]{22}$/;

/** 22 characters that nobody can guess. */
export const newToken = () => randomBytes(16).toString("base64url");

/** What is stored of a token. */
export const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** The link that takes an invitation up: it opens the private chat, or asks for the group. */
export const linkOf = (bot: { username: string }, offer: Offer, token: string) =>
  `https://t.me/${bot.username}?${offer === "group" ? "startgroup" : "start"}=${token}`;

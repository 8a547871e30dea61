/** Ids that the playground's world always has. */
export const ANA = 1001;
export const BUDI = 1005;
export const GROUP = -1001000000001;

/** Who plays which step of the tour, and in which chat ("group", or the person's private chat). */
export const STEPS = /** @type {const} */ ([
  { step: "send", key: "ana", where: "group" },
  { step: "answer", key: "maria", where: "private" },
  { step: "decide", key: "bupati", where: "private" },
  { step: "hear", key: "ana", where: "private" },
]);

/** @typedef {(typeof STEPS)[number]["step"]} Step */

/** What is in the input when the page opens for the first time. */
export const FIRST_IDEA = "/ide Antrean puskesmas lewat pesan singkat";

/** A private chat with the bot has the person's own id. @param {import("./api.js").State} data @param {string} key */
export const personOf = (data, key) => data.people.find((person) => person.key === key);

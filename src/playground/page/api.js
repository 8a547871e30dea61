/**
 * @typedef {{ id: number, name: string, bot: boolean }} Sender
 * @typedef {{ text: string, data?: string, url?: string, style?: string }} Button
 * @typedef {{ emoji: string, count: number, mine: boolean }} Reaction
 * @typedef {{
 *   id: number, from: Sender, date: string, edited?: boolean, html?: string, text?: string,
 *   replyTo?: { id: number, from: string | Sender, text: string }, buttons?: Button[][], keyboard?: string[][],
 *   forceReply?: { placeholder?: string }, reactions?: Reaction[], photo?: string,
 *   document?: { name: string, url: string }, service?: string, ephemeral?: boolean, pinned?: boolean,
 *   silent?: boolean, mine?: boolean
 * }} Message
 * @typedef {{ id: number, key: string, name: string, role: string, unread: number }} Person
 * @typedef {{
 *   id: number, title: string, type: "private" | "group", unread: number,
 *   last?: { from: string | Sender, text: string, date: string } | null
 * }} ChatLine
 * @typedef {{ id: number, title: string, type: "private" | "group", members?: number | unknown[], canStart?: boolean, blocked?: boolean }} OpenChat
 * @typedef {{ label: string, text: string, replyTo?: number }} Ready
 * @typedef {{
 *   now: string, zone: string, networkCut: boolean, people: Person[], chats: ChatLine[], chat?: OpenChat,
 *   messages: Message[], ready?: Ready[], progress: string[], commands?: { command: string, description: string }[]
 * }} State What the server tells about the world, as one person sees it.
 * @typedef {{ id: number, at: string, method: string, params?: unknown, ok: boolean, error?: string, ms?: number }} Call
 * @typedef {{ message?: Message, chat?: number, toast?: { text: string, alert?: boolean }, url?: string }} Done
 */

/** The server heard the page and said no; the message is the server's own. */
export class Refused extends Error {}

/** The server was not reached, or gave no answer that the page can read. */
export class Unreachable extends Error {}

/** Longer than the 15 s for which a press waits for the bot. */
const PATIENCE = 20_000;

/**
 * @param {string} path
 * @param {object} [body] sent as JSON by POST when given
 * @returns {Promise<any>}
 */
async function ask(path, body) {
  const signal = AbortSignal.timeout(PATIENCE);
  const post = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, body ? { ...post, signal } : { signal }).catch((cause) => {
    throw new Unreachable(path, { cause });
  });
  const answer = await response.json().catch(() => undefined);

  if (answer?.ok === false) throw new Refused(answer.error ?? String(response.status));
  if (!response.ok || answer === undefined) throw new Unreachable(`${path}: ${response.status}`);
  return answer;
}

/**
 * The world as a person sees it; naming a chat marks it as read.
 * @param {{ as: number, chat?: number | undefined, lang: string }} look
 * @returns {Promise<State>}
 */
export const getState = ({ as, chat, lang }) =>
  ask(`/api/state?as=${as}&lang=${lang}${chat === undefined ? "" : `&chat=${chat}`}`);

/** One thing that a person does. @param {object} deed @returns {Promise<Done>} */
export const act = (deed) => ask("/api/act", deed);

/** The bot's calls after the one with this id. @param {number} after @returns {Promise<Call[]>} */
export const getCalls = (after) => ask(`/api/calls?after=${after}`);

/** @param {{ hours: number } | { to: "monday" }} move @returns {Promise<{ now: string }>} */
export const moveClock = (move) => ask("/api/clock", move);

/** Cuts the bot (not the page) off, or lets it back. @param {boolean} cut */
export const cutNetwork = (cut) => ask("/api/network", { cut });

/** Ends the bot's process and starts it again. */
export const restartBot = () => ask("/api/bot", { do: "restart" });

/** Messages whose ForceReply was cancelled, as "person:chat:message". @type {Set<string>} */
const dismissed = new Set();

/** @param {{ as: number, chat: number | undefined }} where @param {number} message */
const keyOf = ({ as, chat }, message) => `${as}:${chat}:${message}`;

/** The reply bar was closed: this message does not open it again. @param {import("./store.js").PageState} state */
export function dismissReply(state) {
  if (state.reply) dismissed.add(keyOf(state, state.reply.id));
}

/**
 * The bot's newest question with ForceReply opens the reply bar, unless it was answered, cancelled, or put to somebody else.
 * @param {import("./store.js").PageState} state
 * @param {import("./store.js").Seen} data
 * @returns {Partial<import("./store.js").PageState>}
 */
export function messageToAnswer(state, data) {
  const index = data.messages.findLastIndex((message) => message.forceReply);
  const question = data.messages[index];
  if (!question || state.reply || state.editing || dismissed.has(keyOf(state, question.id))) return {};

  const answered = data.messages.slice(index + 1).some((message) => message.mine);
  const asked = data.messages.find((message) => message.id === question.replyTo?.id);
  return answered || asked?.mine === false ? {} : { reply: question };
}

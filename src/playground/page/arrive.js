import { plain } from "./plain.js";
import { home, patch, patchPlace, placeOf, state } from "./store.js";

const unopened = (id) => ({ id, title: "Lumbung", type: "private", unread: 0 });

/** Takes in what the server told about this place; false when the chat is not this person's. */
export const arrive = (server) => {
  const { as, chat } = state;
  const first = !state.server;
  patch({ online: true, offset: new Date(server.now) - Date.now() });
  if (!server.chat && chat !== as) return false;

  server.chat ??= { ...unopened(as), canStart: true };
  if (!server.chats.some((one) => one.id === as)) server.chats.push(unopened(as));
  const place = placeOf();
  if (state.serverPlace === place) readAloud(state.server, server);
  patch({ server, serverPlace: place });
  takeUp(server.messages);
  if (first) prefill(server);
  return true;
};

/** What came in while one looked, for a screen reader. */
const readAloud = (before, now) => {
  const known = new Set(before.messages.map((m) => m.id));
  const fresh = now.messages.filter((m) => !known.has(m.id) && !m.mine);
  if (fresh.length > 0) patch({ spoken: fresh.map((m) => `${m.from?.name ?? ""}: ${plain(m)}`).join("\n") });
};

const taken = {};

/** A bot's ForceReply takes up the answer by itself, once; not when it was put to somebody else. */
const takeUp = (messages) => {
  const m = messages.findLast((one) => one.forceReply);
  if (!m || taken[placeOf()] >= m.id) return;
  const asked = messages.find((one) => one.id === m.replyTo?.id);
  if (asked?.mine === false || messages.some((one) => one.mine && one.id > m.id)) return;
  taken[placeOf()] = m.id;
  patchPlace("replies", m);
};

const prefill = ({ progress }) => {
  if (state.as !== home.as || state.chat !== home.chat || progress.includes("send")) return;
  patchPlace("drafts", "/ide Antrean puskesmas lewat pesan singkat");
};

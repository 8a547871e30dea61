/** The server understood and said no; its words are the message. Anything else thrown here is the line. */
export class Refused extends Error {}

/** Milliseconds; a press waits 15 s for the bot. */
const patience = 20_000;

const ask = async (path, body) => {
  const post = body && {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const reply = await fetch(path, { signal: AbortSignal.timeout(patience), cache: "no-store", ...post });
  const answer = await reply.json().catch(() => ({}));
  if (reply.status >= 500) throw new Error(`HTTP ${reply.status}`);
  if (!reply.ok || answer.ok === false) throw new Refused(answer.error ?? `HTTP ${reply.status}`);
  return answer;
};

/** What one person sees in one chat; reading marks the chat as read. */
export const readState = ({ as, chat, lang }) => ask(`/api/state?${new URLSearchParams({ as, chat, lang })}`);

/** The calls after that id, oldest first. */
export const readCalls = (after) => ask(`/api/calls?after=${after}`);

/** Does what a person does: says, presses, reacts … */
export const act = (deed) => ask("/api/act", deed);

export const moveClock = (to) => ask("/api/clock", to);

/** Arms a fault where one is, `{ name, on, as, chat }`, or lifts it. */
export const switchFault = (what) => ask("/api/fault", what);

export const restartBot = () => ask("/api/bot", { do: "restart" });

/** Listens to the server for ever, also after the line was lost. */
export const listen = ({ heard, opened, lost }) => {
  const source = new EventSource("/api/events");
  source.onopen = opened;
  source.onmessage = (event) => heard(JSON.parse(event.data));
  source.onerror = () => {
    lost();
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen({ heard, opened, lost }), 2000);
  };
};

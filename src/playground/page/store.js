import { langAtStart } from "./texts.js";

/** The group everything begins in, and the person one begins as. */
export const home = { as: 1001, chat: -1001000000001 };

const place = new URLSearchParams(location.hash.slice(1));

/** The one state of this page: what the server said last, and where this tab is. */
export const state = {
  lang: langAtStart(),
  as: Number(place.get("as")) || home.as,
  chat: Number(place.get("chat")) || home.chat,
  /** What `/api/state` answered last, and for which place. */
  server: undefined,
  serverPlace: "",
  /** Milliseconds between the world's clock and this machine's. */
  offset: 0,
  online: true,
  /** Texts, replies, edits and failures under way, each by place. */
  drafts: {},
  replies: {},
  edits: {},
  problems: {},
  pending: [],
  pressing: [],
  busy: "",
  toast: undefined,
  spoken: "",
  jump: undefined,
  menu: undefined,
  commandsOpen: false,
  drawer: "",
  log: false,
  polls: false,
  calls: [],
};

/** A person in a chat: drafts and replies belong to it. */
export const placeOf = (as = state.as, chat = state.chat) => `${as}:${chat}`;

/** What makes trouble now, wherever one is. */
export const armedFaults = (s) => s.server?.faults.filter((one) => one.armed && one.part !== "chat") ?? [];

const listeners = new Set();
let due = false;

/** Calls back once after any number of changes in one go. */
export const onChange = (listener) => listeners.add(listener);

/** Changes the state; the page is drawn anew. */
export const patch = (change) => {
  Object.assign(state, change);
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    for (const listener of listeners) listener(state);
  });
};

/** Changes what belongs to one place in `drafts`, `replies`, `edits` or `problems`. */
export const patchPlace = (name, value, at = placeOf()) => patch({ [name]: { ...state[name], [at]: value } });

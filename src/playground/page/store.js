import { useLayoutEffect, useReducer, useRef } from "preact/hooks";

/**
 * @typedef {import("./api.js").State & { as: number, asked: number | undefined, at: number }} Seen
 *   the world, for whom and for which chat it was asked, and when (milliseconds of the page's own life)
 * @typedef {import("./api.js").Message} Message
 */

const initial = {
  lang: /** @type {"id" | "en"} */ ("id"),
  /** Who I am: a person's id. */
  as: 0,
  chat: /** @type {number | undefined} */ (undefined),
  data: /** @type {Seen | undefined} */ (undefined),
  online: true,
  /** How many messages were unread before this chat was opened, until the divider is drawn. */
  unread: 0,
  /** The first message that was unread when the chat was opened. */
  divider: /** @type {number | undefined} */ (undefined),
  /** A message to scroll to and to light up. */
  flash: /** @type {number | undefined} */ (undefined),
  /** What is written and not sent, by `draftKey`. */
  drafts: /** @type {Record<string, string>} */ ({}),
  reply: /** @type {Message | undefined} */ (undefined),
  editing: /** @type {Message | undefined} */ (undefined),
  sending: false,
  sendError: /** @type {string | undefined} */ (undefined),
  toast: /** @type {{ text: string } | undefined} */ (undefined),
  alert: /** @type {string | undefined} */ (undefined),
  calls: /** @type {import("./api.js").Call[]} */ ([]),
  logOpen: false,
  drawerOpen: false,
  clockOpen: false,
};

/** @typedef {typeof initial} PageState */

let state = initial;
/** @type {Set<() => void>} */
const listeners = new Set();

/** Everything that the page knows; changed only through `set`. */
export const store = {
  get: () => state,
  /** @param {Partial<PageState>} change */
  set(change) {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  },
};

/**
 * A part of the page's state; the component is drawn again when that part changes.
 * @template T
 * @param {(state: PageState) => T} select
 * @returns {T}
 */
export function useStore(select) {
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  const value = select(state);
  const latest = useRef({ select, value });
  latest.current = { select, value };

  useLayoutEffect(() => {
    const listener = () => {
      if (!Object.is(latest.current.select(state), latest.current.value)) redraw(0);
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);

  return value;
}

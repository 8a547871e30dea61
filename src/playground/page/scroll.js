import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { store, useStore } from "./store.js";

/** Closer to the end than this, in pixels, counts as being there. */
const NEAR = 80;
const LIT = 1_800;

/** @typedef {import("./api.js").Message} Message */

/**
 * Keeps a list of messages at its end while one reads there or has just written, opens it at what is unread, and
 * goes to the message that a link asked for.
 * @param {Message[]} messages
 */
export function useScroll(messages) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const atEnd = useRef(true);
  const last = useRef(/** @type {Message | undefined} */ (undefined));
  const [below, setBelow] = useState(false);
  const flash = useStore((state) => state.flash);

  const toEnd = useCallback(() => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);
  const onScroll = useCallback(() => {
    const element = list.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    setBelow(!atEnd.current);
  }, []);

  useLayoutEffect(() => {
    const newest = messages.at(-1);
    const first = last.current === undefined;
    const news = newest?.id !== last.current?.id;
    last.current = newest;
    if (first && openAt(list.current)) onScroll();
    else if (atEnd.current || (news && newest?.mine)) toEnd();
  }, [messages]);
  useLayoutEffect(() => {
    if (flash !== undefined && light(list.current, flash)) store.set({ flash: undefined });
  }, [flash, messages]);
  useEffect(() => keepAtEnd(list.current, atEnd, toEnd), []);

  return { list, below, onScroll, toEnd };
}

/** Opens the list at what is unread; false when nothing is. @param {HTMLElement | null} element */
function openAt(element) {
  const unread = element?.querySelector(".unread");
  unread?.scrollIntoView({ block: "start" });
  return unread !== null && unread !== undefined;
}

/** @param {HTMLElement | null} element @param {number} id */
function light(element, id) {
  const message = element?.querySelector(`#m${id}`);
  if (!message) return false;
  message.scrollIntoView({ block: "center" });
  message.classList.add("lit");
  setTimeout(() => message.classList.remove("lit"), LIT);
  return true;
}

/**
 * A picture that arrives, or a keyboard that opens, must not hide the end.
 * @param {HTMLElement | null} element @param {{ current: boolean }} atEnd @param {() => void} toEnd
 */
function keepAtEnd(element, atEnd, toEnd) {
  if (!element) return;
  const settle = () => atEnd.current && toEnd();
  const watch = new ResizeObserver(settle);
  watch.observe(element);
  element.addEventListener("load", settle, true);
  return () => watch.disconnect();
}

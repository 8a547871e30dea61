import { Refused } from "./api.js";
import { store } from "./store.js";
import { text } from "./texts.js";

const SHOWN = 4_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** A line that goes away by itself. @param {string} words */
export function toast(words) {
  clearTimeout(timer);
  timer = setTimeout(() => store.set({ toast: undefined }), SHOWN);
  store.set({ toast: { text: words } });
}

/** Why something did not work, in words for a person. @param {unknown} error */
export const reasonOf = (error) => (error instanceof Refused ? error.message : text("write.unreachable"));

/** Does something and tells when it did not work. @template T @param {() => Promise<T>} work @returns {Promise<T | undefined>} */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(text("faults.failed", { why: reasonOf(error) }));
  }
}

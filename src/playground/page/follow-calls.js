import { getCalls } from "./api.js";
import { store } from "./store.js";

const PAUSE = 150;
/** As many as the server keeps. */
const KEPT = 500;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Reads the calls that came since, soon, if the log is open. */
export function callsChanged() {
  if (store.get().logOpen && timer === undefined) timer = setTimeout(read, PAUSE);
}

/** Reads the calls now. */
export const followCalls = () => void read();

async function read() {
  const after = store.get().calls[0]?.id ?? 0;
  const fresh = await getCalls(after).catch(() => []);
  timer = undefined;
  const known = store.get().calls;
  const newest = known[0]?.id ?? 0;
  const more = fresh.filter((call) => call.id > newest).reverse();
  if (more.length > 0) store.set({ calls: [...more, ...known].slice(0, KEPT) });
}

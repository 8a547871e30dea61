import { ANA, FIRST_IDEA, GROUP } from "./cast.js";
import { currentDraft, setDraft } from "./drafts.js";
import { store } from "./store.js";

/** Whoever has not sent an idea yet finds one written, as Ana in the group. Tells whether it is there. */
export function offerFirstIdea() {
  const state = store.get();
  const { as, chat, data } = state;
  if (as !== ANA || chat !== GROUP || currentDraft(state) || data?.progress.includes("send")) return false;
  setDraft(FIRST_IDEA);
  return true;
}

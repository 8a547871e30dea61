import { GROUP, personOf, STEPS } from "./cast.js";
import { nowIn, weekdayOf } from "./when.js";

/** The days on which Monday's digest is there and the next one is not near. */
const AFTER_MONDAY = ["Mon", "Tue", "Wed", "Thu"];

/** The step that comes now; none when all are done. @param {{ progress: string[] }} data */
export const stepNow = ({ progress }) => STEPS.find(({ step }) => !progress.includes(step));

/**
 * What to do now: the key of a sentence, and what its button does ("monday" moves the clock, "go" goes to the step).
 * @param {import("./store.js").Seen} data
 * @returns {{ key: import("./texts.js").Key, step?: string, button?: "go" | "monday" }}
 */
export function hintFor(data) {
  const now = stepNow(data);
  if (!now) return { key: "hint.done" };
  const { step, key, where } = now;
  const person = personOf(data, key);
  const chat = where === "group" ? GROUP : person?.id;

  if (step === "decide" && !AFTER_MONDAY.includes(weekdayOf(nowIn(data), data))) {
    return { key: "hint.decide.monday", step, button: "monday" };
  }
  if (data.as !== person?.id || data.asked !== chat) return { key: `hint.${step}.go`, step, button: "go" };
  return { key: data.chat?.canStart ? `hint.${step}.start` : `hint.${step}.here`, step };
}

import { home } from "./store.js";
import { worldNow } from "./time.js";

/** The four steps of one idea, and where each is done. */
export const steps = [
  { name: "send", key: "ana", group: true },
  { name: "answer", key: "maria" },
  { name: "decide", key: "bupati" },
  { name: "hear", key: "ana" },
];

/** The first step that is not done yet; none at the end. */
export const step = (s) => steps.find(({ name }) => !s.server.progress.includes(name))?.name;

/** The person and the chat of a step. */
export const placeOfStep = (s, { key, group }) => {
  const as = s.server.people.find((one) => one.key === key).id;
  return { as, chat: group ? home.chat : as };
};

/** Between the story's Friday and the Monday on which the week's news goes out. */
export const waitsForMonday = (s) => {
  const local = new Date(worldNow().toLocaleString("en-US", { timeZone: s.server.zone }));
  const day = local.getDay();
  return day === 0 || day > 4 || (day === 1 && local.getHours() < 8);
};

/** What to do now, as a key of the page's words. */
export const hintOf = (s) => {
  const name = step(s);
  if (!name) return "finished";
  const { as, chat } = placeOfStep(
    s,
    steps.find((one) => one.name === name),
  );
  if (name === "decide" && waitsForMonday(s)) return "decide.wait";
  if (s.as !== as || s.chat !== chat) return `${name}.away`;
  return s.server.chat?.canStart ? "start.here" : `${name}.here`;
};

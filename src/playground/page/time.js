import { state } from "./store.js";

const zones = { "Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" };
const formats = new Map();

const format = (options) => {
  const timeZone = state.server?.zone ?? "Asia/Jayapura";
  const locale = state.lang === "en" ? "en-GB" : "id-ID";
  const key = `${locale}${timeZone}${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone, ...options }));
  return formats.get(key);
};

/** The world's time, between two words of the server too. */
export const worldNow = () => new Date(Date.now() + state.offset);

export const zoneName = () => zones[state.server?.zone ?? "Asia/Jayapura"] ?? state.server.zone;

/** "15:02", with a colon in both languages. */
export const hourOf = (date) => {
  const parts = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(
    new Date(date),
  );
  const part = (type) => parts.find((one) => one.type === type).value;
  return `${part("hour")}:${part("minute")}`;
};

export const timeOf = (date) => `${hourOf(date)} ${zoneName()}`;

export const weekdayOf = (date) => format({ weekday: "long" }).format(new Date(date));

export const dayOf = (date) =>
  format({ day: "numeric", month: "long", year: "numeric" }).format(new Date(date));

/** The hour for today's messages, else the day: as short as a list of chats needs it. */
export const shortOf = (date) => {
  if (dayOf(date) === dayOf(worldNow())) return hourOf(date);
  return format({ day: "numeric", month: "short" }).format(new Date(date));
};

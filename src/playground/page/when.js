const LOCALES = { id: "id-ID", en: "en-GB" };

/** @typedef {{ lang: "id" | "en", zone: string }} Place */

/** "15:02". @param {string | number} at ISO or milliseconds @param {Place} place */
export const hourOf = (at, { zone }) =>
  format("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }, at);

/** "Jumat, 27 November 2026". @param {string | number} at @param {Place} place */
export const dayOf = (at, { lang, zone }) =>
  format(
    LOCALES[lang],
    { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: zone },
    at,
  );

/** "Jum, 27 Nov". @param {string | number} at @param {Place} place */
export const shortDayOf = (at, { lang, zone }) =>
  format(LOCALES[lang], { weekday: "short", day: "numeric", month: "short", timeZone: zone }, at);

/** "WIT": only Indonesian has a name for Indonesia's zones. @param {string | number} at @param {Pick<Place, "zone">} place */
export const zoneOf = (at, { zone }) =>
  new Intl.DateTimeFormat("id-ID", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(millisecondsOf(at))
    .find((part) => part.type === "timeZoneName")?.value ?? zone;

/** "Mon". @param {string | number} at @param {Pick<Place, "zone">} place */
export const weekdayOf = (at, { zone }) => format("en-GB", { weekday: "short", timeZone: zone }, at);

/** The world's time now, counted on from when it was told. @param {import("./store.js").Seen} data */
export const nowIn = (data) => Date.parse(data.now) + performance.now() - data.at;

/** @param {string} locale @param {Intl.DateTimeFormatOptions} options @param {string | number} at */
const format = (locale, options, at) => new Intl.DateTimeFormat(locale, options).format(millisecondsOf(at));

/** @param {string | number} at */
const millisecondsOf = (at) => (typeof at === "number" ? at : Date.parse(at));

import { countNames, dayNames, monthNames, THING } from "./day-words.ts";

const WEEK = "(?:pekan|minggu)";
/** "Minggu" is a Sunday, and a week: in "tiap minggu", "dua minggu", "minggu pertama" it is no day. */
const SUNDAY = `(?<!(?:\\d|\\b(?:${countNames}|per|awal|tengah|pertengahan|akhir|beberapa))\\s+)minggu(?!\\s+(?:ini|lagi|pertama|kedua|ketiga|keempat|kelima|terakhir|ke|sekali|berikutnya)(?!\\p{L}))`;
const OTHERS = dayNames.replace("minggu|", "");
const WHICH = "depan|ini|(?:yang )?lalu|kemarin";
/** Two thirds of a building, unless the line begins with it; or a half of something. */
const FRACTION =
  "(?<=\\p{L}\\s+)(?:1/2|[12]/3|[13]/4)(?=\\s+(?!(?:oleh|by|pj|pic|jam|pukul|pagi|siang|sore|malam|di|at|dan|and|untuk|dengan)(?!\\p{L}))\\p{L})";
const FORMS = [
  "(?<named>hari ini|today|kemarin|yesterday|besok lusa|besok|tomorrow|lusa)",
  `(?:akhir|end of)\\s+(?:bulan\\s+)?(?<endOf>${monthNames})(?:\\s+(?<endOfYear>\\d{4}))?`,
  "(?<end>akhir bulan|end of (?:the |this )?month)(?<endNext>\\s+depan)?(?:\\s+ini)?",
  "(?<endNextToo>end of next month)",
  `(?:hari\\s+)?(?<ofNext>${dayNames}),?\\s+(?:${WEEK}\\s+depan|(?:of\\s+)?next\\s+week)`,
  `(?:${WEEK}\\s+depan|next\\s+week),?\\s+(?:pada\\s+|on\\s+)?(?:hari\\s+)?(?<nextOf>${dayNames})`,
  `(?<!\\b(?:akhir|tengah|pertengahan|end of)\\s+)(?<nextWeek>${WEEK} depan|next week)`,
  `(?:hari\\s+(?<day>${dayNames})|(?<weekday>${OTHERS}|${SUNDAY}))(?:\\s+(?<which>${WHICH}))?`,
  `next\\s+(?<next>${dayNames})`,
  `(?=(?:dalam|in)\\s|(?:\\d+\\s+|se|\\p{L}+\\s+)\\p{L}+\\s+(?:lagi|mendatang|ke depan))(?:dalam\\s+|in\\s+)?(?<count>\\d{1,3}\\s|se(?=\\p{L})|(?:${countNames})\\s)\\s*(?<unit>hari|days?|pekan|minggu|weeks?|bulan|months?)(?:\\s+(?:lagi|mendatang|ke depan))?`,
  "(?<isoYear>\\d{4})-(?<isoMonth>\\d{1,2})-(?<isoDay>\\d{1,2})",
  `(?!${FRACTION})(?<!\\b(?:${THING})\\s+)(?<d>\\d{1,2})/(?<m>\\d{1,2})(?:/(?<y>\\d{2,4}))?`,
  "(?<dd>\\d{1,2})[.-](?<dm>\\d{1,2})[.-](?<dy>\\d{4})",
  `(?<of>\\d{1,2})\\s+(?<month>${monthNames})(?:\\s+(?<year>\\d{4}))?`,
];
/** A day as people write it: a date, a weekday, or so many days from now; "tiap Jumat" is none. */
export const DAY = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\b(?:tiap|setiap|every|each)\\s+(?:hari\\s+)?)(?:(?:tanggal|tgl|sebelum|paling lambat|pada|on|by|before)\\s+)?(?:${FORMS.join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

import type { Random } from "./generate-random.ts";

const words = (text: string) => text.split(" ");

/** What people, keyboards and attackers write. */
const odd = [
  ...words(
    "😀 👍🏽 👨‍👩‍👧‍👦 🏳️‍🌈 🇮🇩 ❤️‍🔥 #️⃣ 🫱🏻‍🫲🏿 e\u0301 Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f ｆｕｌｌ ﬃ ß İı ǆ 𝒯𝓇 ไทย ភាសា தமிழ் 한글 漢字",
  ),
  ...words(
    "\u202Eterbalik\u202C \u2067بلد\u2069 שלום مرحبا \u200F\u200E \u061C \u200B \u200B\u200C\u200D\u2060 \u00AD \u180E \u3164 \u2800",
  ),
  ...words(
    "\0 \uD800 \uDC00 a\uD83Db \uFFFE\uFFFF \u{10FFFF} \uFFFD \u0001\u0007\u001B[31m \u0085\u2028\u2029 \r\n \t \uE000\uE001 \u{E0001}\u{E0020}\u{E007F}",
  ),
  ...words(
    `<b> </b> <a&gt; <a\u00A0href='tg://user?id=1'>x</a> &amp; &#0; &lt;b&gt; <!-- ]]> " ' \`*_[]()~>#+-=|{}.!`,
  ),
  ...words(
    `{nama} {0,plural,other{#}} '{' {{slot}} %s%n \\u0000 \\ \\\\\\u0000 \\" ';drop\u00A0table-- null NaN __proto__ constructor`,
  ),
  ...words(
    "@lumbung_bot @everyone #lab TNB-1 TNB-0 TNB-99999999 XXXXX-1 tnb-1 https://t.me/lumbung_bot?start=i_TNB-1 /ide !rahasia",
  ),
];

const plain = words(
  "antrean puskesmas tidak kotak saran perahu lebih banyak pohon ? bagaimana kalau \n 1 Senin",
);

/** Telegram's longest text, in UTF-16 units. */
const LONGEST = 4096;

/** A text such as may come: plain, odd, or both; sometimes exactly as long as Telegram allows. */
export function text(random: Random, most = LONGEST): string {
  if (random.chance(0.04)) return filled(random, random.pick([most, most, most - 1]));
  const parts = Array.from({ length: 1 + random.below(6) }, () =>
    random.pick(random.chance(0.5) ? odd : plain),
  );
  return parts.join(random.pick(["", " "])).slice(0, most);
}

/** As long as it may be, of one thing: it grows when it is escaped, or cannot be cut anywhere. */
function filled(random: Random, length: number): string {
  const unit = random.pick([
    "a",
    "&",
    "<",
    "😀",
    "👨‍👩‍👧‍👦",
    "\u0301",
    "\u200B",
    "\u202E",
    "kata ",
    "a\n",
    "\\u0000",
  ]);
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

const settings = words(
  "id en mentor pimpinan fasilitator grup senin 8 08:00 mati hidup -1 999999999999999999999999999999",
);

/** What may come behind a command. */
export const input = (random: Random, codes: string[]): string =>
  random.pick([
    () => "",
    () => text(random),
    () => `${random.pick(codes)}-${random.below(30)} ${text(random)}`,
    () => `${random.pick(codes)}-${random.below(30)}`,
    () => `${random.pick(settings)} ${random.pick(settings)}`,
    () => `${random.pick(words("i g l m p x"))}_${random.pick(["TNB-1", "", "A".repeat(16), "../..", "😀"])}`,
  ])();

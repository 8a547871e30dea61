export const DAYS: Record<string, number> = {
  ...{ senin: 1, selasa: 2, rabu: 3, kamis: 4, jumat: 5, "jum'at": 5, sabtu: 6, minggu: 7, ahad: 7 },
  ...{ monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 },
};
const MONTHS = [
  ["jan", "januari", "january"],
  ["feb", "februari", "pebruari", "february"],
  ["mar", "maret", "march"],
  ["apr", "april"],
  ["mei", "may"],
  ["jun", "juni", "june"],
  ["jul", "juli", "july"],
  ["agu", "ags", "agt", "agustus", "aug", "august"],
  ["sep", "sept", "september"],
  ["okt", "oktober", "oct", "october"],
  ["nov", "nop", "november", "nopember"],
  ["des", "desember", "dec", "december"],
];
const COUNTS: Record<string, number> = {
  ...{
    se: 1,
    satu: 1,
    dua: 2,
    tiga: 3,
    empat: 4,
    lima: 5,
    enam: 6,
    tujuh: 7,
    delapan: 8,
    sembilan: 9,
    sepuluh: 10,
  },
  ...{ a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
};

export const dayNames = Object.keys(DAYS).join("|");
export const monthNames = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join("|");
export const countNames = Object.keys(COUNTS).join("|");

/** The number that digits or a word stand for. */
export const countOf = (words: string) => COUNTS[words] ?? Number(words);

/** The number of a month, from 1; 0 where it is none. */
export const monthOf = (name = "") => MONTHS.findIndex((names) => names.includes(name)) + 1;

/** Signs for an apostrophe, as phones write "Jum’at", are one; nothing gets longer or shorter. */
export const straight = (text: string) => text.replace(/[’‘ʼ´`]/gu, "'");

/** What stands before "3/4" where that is the name of a thing, and no day. */
export const THING =
  "modul|module|bab|bagian|sesi|seri|unit|pelajaran|materi|kelas|tahap|jilid|buku|part|chapter|session|lesson";

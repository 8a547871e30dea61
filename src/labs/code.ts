/** Words of a group's name that say nothing about the lab's own name. */
const GENERIC =
  /^(lab|laboratorium|inovasi|kab|kabupaten|kota|grup|group|provinsi|prov|pemkab|pemkot|pemda)$/i;

/** What a lab's code looks like: two to five capitals. */
export const CODE_FORM = /^[A-Z]{2,5}$/;

/**
 * Codes for a lab of this name, the best first: "Lab Tanimbar" gives TNB (the consonants that open a syllable),
 * then longer ones, then ones with a letter more, and so on for as long as they are asked for.
 */
export function* codesFor(name: string): Generator<string> {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
  const words = plain.split(/[^A-Za-z]+/).filter((word) => word && !GENERIC.test(word));
  const letters = words.join(" ").toUpperCase();
  const openings = letters.replace(/[^AEIOU ](?![AEIOU])|[AEIOU ]/g, "");
  const consonants = letters.replace(/[AEIOU ]/g, "");
  const sources = [openings, consonants, letters.replaceAll(" ", "")];
  for (const length of [3, 4, 5]) {
    for (const source of sources) if (source.length >= length) yield source.slice(0, length);
  }
  const short = sources.find((source) => source.length >= 2)?.slice(0, 3) ?? "LAB";
  yield short;
  for (const more of endings()) yield short + more;
}

function* endings(): Generator<string> {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const one of alphabet) yield one;
  for (const one of alphabet) for (const two of alphabet) yield one + two;
}

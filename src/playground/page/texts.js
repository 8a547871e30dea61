import { en } from "./texts-en.js";
import { faultTexts } from "./texts-faults.js";
import { id } from "./texts-id.js";

const languages = { id: { ...id, ...faultTexts.id }, en: { ...en, ...faultTexts.en } };
const memory = "lumbung.lang";

/** Indonesian, unless somebody chose English here before. */
export const langAtStart = () => {
  try {
    return localStorage.getItem(memory) === "en" ? "en" : "id";
  } catch {
    return "id";
  }
};

/** Keeps the choice, where the browser lets us. */
export const rememberLang = (lang) => {
  try {
    localStorage.setItem(memory, lang);
  } catch {
    // A browser that keeps nothing only forgets the language.
  }
};

/** The page's own words: `{blanks}` are filled from `args`; an unknown key is its own text. */
export const words = (lang, key, args = {}) =>
  (languages[lang][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => args[name] ?? "");

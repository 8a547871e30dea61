import { refresh } from "./refresh.js";
import { store, useStore } from "./store.js";
import { en } from "./texts-en.js";
import { id } from "./texts-id.js";

/** @typedef {keyof typeof id} Key */

const languages = { id, en };

/** @param {"id" | "en"} lang @param {Key} key @param {Record<string, string | number>} [blanks] */
const fill = (lang, key, blanks = {}) =>
  languages[lang][key].replace(/\{(\w+)\}/g, (whole, name) => String(blanks[name] ?? whole));

/** A sentence in the language that is set now. @param {Key} key @param {Record<string, string | number>} [blanks] */
export const text = (key, blanks) => fill(store.get().lang, key, blanks);

/** The same for components, which are drawn again when the language changes. */
export function useText() {
  const lang = useStore((state) => state.lang);
  return (/** @type {Key} */ key, /** @type {Record<string, string | number>} */ blanks = {}) =>
    fill(lang, key, blanks);
}

/** A person's role in the reader's language; the server's own word for people whom the page does not know. */
export function useRole() {
  const lang = useStore((state) => state.lang);
  return (/** @type {import("./api.js").Person} */ { key, role }) =>
    /** @type {Record<string, string>} */ (languages[lang])[`role.${key}`] ?? role;
}

/** @param {"id" | "en"} lang */
export function setLanguage(lang) {
  document.documentElement.lang = lang;
  try {
    localStorage.setItem("lang", lang);
  } catch {
    // A browser that keeps nothing still shows the page; it only forgets the language.
  }
  store.set({ lang });
  refresh();
}

/** The language chosen last time, else Indonesian. @returns {"id" | "en"} */
export function rememberedLanguage() {
  try {
    return localStorage.getItem("lang") === "en" ? "en" : "id";
  } catch {
    return "id";
  }
}

import { render } from "preact";
import { App } from "./app.js";
import { ANA, GROUP } from "./cast.js";
import { focusInput } from "./drafts.js";
import { listen } from "./events.js";
import { offerFirstIdea } from "./first-idea.js";
import { callsChanged } from "./follow-calls.js";
import { html } from "./html.js";
import { closeMenus } from "./menu.js";
import { open } from "./navigation.js";
import { refresh } from "./refresh.js";
import { store } from "./store.js";
import { rememberedLanguage } from "./texts.js";

/** Where an address says that one is; else Ana, in the group. */
function placeInAddress() {
  const hash = new URLSearchParams(location.hash.slice(1));
  return { as: Number(hash.get("as")) || ANA, chat: Number(hash.get("chat")) || GROUP };
}

const { as, chat } = placeInAddress();
const lang = rememberedLanguage();
document.documentElement.lang = lang;
store.set({ as, chat, lang });

const root = document.getElementById("root");
if (root) render(html`<${App} />`, root);

listen(
  ({ kind }) => (kind === "call" ? callsChanged() : refresh()),
  (online) => {
    store.set({ online });
    if (online) refresh();
  },
);
addEventListener("click", closeMenus);
addEventListener("online", () => refresh());
document.addEventListener("visibilitychange", () => document.hidden || refresh());

await open(as, chat);
if (offerFirstIdea() && matchMedia("(hover: hover)").matches) focusInput();

import { render } from "preact";
import { listen } from "./api.js";
import { App } from "./app.js";
import { refreshLog } from "./controls.js";
import { lost, refresh, refreshSoon } from "./places.js";
import { onChange, patch, state } from "./store.js";
import { words } from "./texts.js";
import { html } from "./view.js";

const root = document.querySelector("#root");

const draw = (s) => {
  document.documentElement.lang = s.lang;
  document.title = words(s.lang, "title");
  render(html`<${App} s=${s} />`, root);
  if (s.server) document.documentElement.dataset.ready = "true";
};

let logTimer;

const heard = (event) => {
  if (event.kind === "call") {
    clearTimeout(logTimer);
    logTimer = setTimeout(refreshLog, 100);
    return;
  }
  if (event.kind === "clock") patch({ offset: new Date(event.now) - Date.now() });
  refreshSoon();
};

onChange(draw);
draw(state);
listen({ heard, opened: refresh, lost });
refresh();

// The clock on the wall goes on by itself.
setInterval(() => patch({}), 5000);

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") patch({ drawer: "", menu: undefined, commandsOpen: false });
});
document.addEventListener("click", ({ target }) => {
  if (state.menu && !target.closest("[data-menu]")) patch({ menu: undefined });
});

import { html } from "./html.js";

const drawings = {
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  send: "M5 12l-1.5-7.500L21 12 3.500 19.500zM5 12h7",
  check: "M5 12.500l4.500 4.500L19 7.500",
  reply: "M10 6l-6 6 6 6M4.500 12H14a6 6 0 0 1 6 6v1",
  edit: "M4 20l1-4.500L15.500 5l3.500 3.500L8.500 19zM13.500 7l3.500 3.500",
  smile: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.500 14a4 4 0 0 0 7 0M9 9.500v.500M15 9.500v.500",
  pin: "M9 4h6l-.500 6 3 3.500H6.500l3-3.500zM12 13.500V21",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z",
  silent: "M6 16.500V11a6 6 0 0 1 9.500-4.900M18 10v6.500H8M10 20h4M4 4l16 16",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  down: "M6 9.500l6 6 6-6",
  more: "M12 5.500v.010M12 12v.010M12 18.500v.010",
  cut: "M4 9a12 12 0 0 1 16 0M7.500 13a7 7 0 0 1 9 0M12 17.500v.010M4 20L20 4",
  restart: "M19.500 12a7.500 7.500 0 1 1-2.200-5.300L19.500 9M19.500 4v5h-5",
  group:
    "M9 11.500a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400zM3 19a6 6 0 0 1 12 0M18.500 8v6M15.500 11h6",
  clock: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2",
  slash: "M15 4.500L9 19.500",
  log: "M5 7l4.500 5L5 17M12.500 17H19",
};

/** A small line drawing that screen readers pass over. @param {{ name: keyof typeof drawings }} props */
export const Icon = ({ name }) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${drawings[name]} /></svg>`;

/** A rice barn under its tall roof: what "lumbung" means. */
export const Barn = () => html`
  <svg class="barn" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 4 3.500 17.500H8L9.500 27h13L24 17.500h4.500zM13.500 27v-6.500h5V27z" fill-rule="evenodd" />
  </svg>
`;

/**
 * The round picture of a person, of a group, or of the bot.
 * @param {{ id: number, name: string, bot?: boolean }} props
 */
export const Avatar = ({ id, name, bot }) => html`
  <span class=${`avatar ${bot ? "tint-bot" : `tint-${Math.abs(id) % 7}`}`} aria-hidden="true">
    ${bot ? html`<${Barn} />` : initialsOf(name)}
  </span>
`;

/** "Ibu Bupati" is B, "Lab Tanimbar" is LT. @param {string} name */
const initialsOf = (name) =>
  name
    .replace(/^(Ibu|Bapak|Pak) /, "")
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("");

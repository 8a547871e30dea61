import { html } from "./view.js";

const strokes = {
  send: "M4 12 20 4l-4 16-4.5-6.5L20 4M11.5 13.5 4 12",
  reply: "M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7",
  more: "M5 12h.8M12 12h.8M19 12h.8",
  menu: "M4 7h16M4 12h16M4 17h10",
  close: "M6 6l12 12M18 6 6 18",
  clock: "M12 7v5l3 2M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18",
  pin: "M9 4h6l-1 6 3 3H7l3-3-1-6M12 13v7",
  edit: "M4 20l1-4L16 5l3 3L8 19l-4 1M14 7l3 3",
  down: "M6 9l6 6 6-6",
  link: "M8 16 16 8M10 8h6v6",
  check: "M5 12.5 10 17l9-10",
  eye: "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6M12 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4",
  mute: "M6 16V11a6 6 0 0 1 10-4.5M18 11v5M4 16h16M10 19h4M4 4l16 16",
  file: "M7 3h7l4 4v14H7V3M14 3v4h4M10 13h5M10 17h5",
  clip: "M8 12v4a4 4 0 0 0 8 0V7a3 3 0 0 0-6 0v8a1 1 0 0 0 3 0V8",
  plug: "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0V8M12 17v4",
  again: "M20 12a8 8 0 1 1-2.5-5.8M20 3v4h-4",
  group: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 19a6 6 0 0 1 12 0M17 8v6M14 11h6",
  log: "M5 7l4 5-4 5M12 17h7",
  copy: "M9 9h10v11H9V9M5 15V4h10",
};

/** A line drawing, the size of the text beside it; never read aloud. */
export const Icon = ({ name }) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${strokes[name]} /></svg>`;

/** The barn in which a village keeps its rice: a lumbung. */
export const Barn = () => html`<svg class="barn" viewBox="0 0 32 32" aria-hidden="true">
  <path d="M16 4c5 3 9 7 10.5 12h-21C7 11 11 7 16 4z" />
  <path d="M9 18h14l-1.5 6h-11zM11 25h2v4h-2zM19 25h2v4h-2z" opacity=".8" />
</svg>`;

/** A round sign for a person, a group or the bot, coloured by its id. */
export const Avatar = ({ id, name, bot }) =>
  html`<span class=${`avatar tint-${bot ? 1 : Math.abs(id) % 7}`} aria-hidden="true">
    ${bot ? html`<${Barn} />` : [...name.replace(/^(Ibu|Pak|Lab) /, "")][0]}
  </span>`;

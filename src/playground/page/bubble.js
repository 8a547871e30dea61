import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Attachments } from "./attachments.js";
import { Buttons } from "./buttons.js";
import { nameOf } from "./chats.js";
import { Deeds } from "./deeds.js";
import { html } from "./html.js";
import { Avatar, Icon } from "./icons.js";
import { clickInText, markCommands } from "./links.js";
import { jump } from "./navigation.js";
import { Reactions } from "./reactions.js";
import { store } from "./store.js";
import { useText } from "./texts.js";
import { hourOf, zoneOf } from "./when.js";

/**
 * @typedef {import("./api.js").Message} Message
 * @typedef {{ message: Message, place: import("./when.js").Place, group: boolean, first: boolean, last: boolean }} Props
 */

/** One message with all that hangs on it. @param {Props} props */
export function Bubble({ message, place, group, first, last }) {
  const [touched, setTouched] = useState(false);
  const { id, from, mine } = message;
  const classes = [
    "message",
    mine ? "mine" : "theirs",
    group && "in-group",
    first && "first",
    last && "last",
    touched && "touched",
  ];
  const touch = (/** @type {PointerEvent} */ event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.pointerType !== "mouse" && !target.closest("a, button, summary")) setTouched(!touched);
  };

  return html`
    <article
      id=${`m${id}`}
      class=${classes.filter(Boolean).join(" ")}
      data-testid=${`message-${id}`}
      data-from=${from.id}
      data-name=${from.name}
      aria-label=${`${from.name}, ${hourOf(message.date, place)} ${zoneOf(message.date, place)}`}
    >
      ${group && !mine && last && html`<${Avatar} id=${from.id} name=${from.name} bot=${from.bot} />`}
      <div class="stack" onClick=${touch}>
        <div class="bubble">
          ${group && !mine && first && html`<b class=${`name ${from.bot ? "ink-bot" : `ink-${from.id % 7}`}`}>${from.name}</b>`}
          ${message.replyTo && html`<${Quote} quote=${message.replyTo} />`}
          <${Attachments} message=${message} />
          <${Words} message=${message} />
          <${Reactions} message=${message} />
          <${Foot} message=${message} place=${place} />
        </div>
        <${Buttons} message=${message} />
        <${Deeds} message=${message} />
      </div>
    </article>
  `;
}

/** What is answered; a press goes there. @param {{ quote: NonNullable<Message["replyTo"]> }} props */
const Quote = ({ quote }) => html`
  <button type="button" class="quote" onClick=${() => jump(store.get().chat ?? 0, quote.id)}>
    <b>${nameOf(quote.from)}</b><span>${quote.text}</span>
  </button>
`;

/** The text, in the server's safe HTML. @param {{ message: Message }} props */
function Words({ message }) {
  const element = useRef(/** @type {HTMLElement | null} */ (null));
  const { html: safe, text } = message;
  useLayoutEffect(() => {
    if (element.current) markCommands(element.current);
  }, [safe, text]);
  if (!safe && !text) return null;

  return safe
    ? html`<div class="words" key=${safe} ref=${element} onClick=${clickInText} dangerouslySetInnerHTML=${{ __html: safe }}></div>`
    : html`<div class="words plain">${text}</div>`;
}

/** @param {{ message: Message, place: import("./when.js").Place }} props */
function Foot({ message, place }) {
  const text = useText();
  return html`
    <p class="foot">
      ${message.ephemeral && html`<span class="only-you"><${Icon} name="eye" />${text("message.onlyYou")}</span>`}
      ${message.silent && html`<span role="img" aria-label=${text("message.silent")} title=${text("message.silent")}><${Icon} name="silent" /></span>`}
      ${message.edited && html`<span>${text("message.edited")}</span>`}
      <time datetime=${message.date} title=${`${hourOf(message.date, place)} ${zoneOf(message.date, place)}`}>${hourOf(message.date, place)}</time>
    </p>
  `;
}

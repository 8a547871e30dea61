import { Icon } from "./icons.js";
import { pressWords } from "./links.js";
import { patch } from "./store.js";
import { react } from "./talk.js";
import { words } from "./texts.js";
import { timeOf } from "./time.js";
import { classes, html } from "./view.js";

/** Who says it, to whom, and what it answers. */
export const Head = ({ s, m, named }) => html`
  ${
    named
      ? html`<p class=${`name ink-${m.from.bot ? 1 : Math.abs(m.from.id) % 7}`}>${m.from.name}${m.from.bot && html` <span class="tag">bot</span>`}</p>`
      : html`<span class="unseen">${m.mine ? words(s.lang, "you") : m.from.name}: </span>`
  }
  ${m.forwarded && html`<p class="only">${words(s.lang, "forwarded", { name: m.forwarded })}</p>`}
  ${m.ephemeral && html`<p class="only"><${Icon} name="eye" /> ${words(s.lang, "onlyYou")}</p>`}
  ${
    m.replyTo &&
    html`<button class="quote" onClick=${() => patch({ jump: m.replyTo.id })}>
      <strong>${m.replyTo.from?.name ?? m.replyTo.from}</strong><span>${m.replyTo.text}</span>
    </button>`
  }
`;

/** A picture, something to play, or a file. */
export const Attached = ({ s, m }) => html`
  ${m.photo && html`<a class="photo" href=${m.photo} target="_blank" rel="noopener"><img src=${m.photo} alt=${words(s.lang, "photo")} loading="lazy" /></a>`}
  ${m.sound?.kind === "video" && html`<video class="sound" controls preload="none" src=${m.sound.url}></video>`}
  ${m.sound?.kind === "video_note" && html`<video class="sound round-video" controls preload="none" src=${m.sound.url}></video>`}
  ${m.sound && !m.sound.kind.startsWith("video") && html`<audio class="sound" controls preload="none" src=${m.sound.url}></audio>`}
  ${
    m.document &&
    html`<a class="document" href=${m.document.url} download=${m.document.name}>
      <span class="sheet"><${Icon} name="file" /></span><span>${m.document.name}</span>
    </a>`
  }
`;

/** The words: as HTML that the server made safe, else as text. */
export const Words = ({ m }) => {
  if (m.html === undefined) return m.text && html`<div class="text">${m.text}</div>`;
  return html`<div class="text" onClick=${pressWords} dangerouslySetInnerHTML=${{ __html: m.html }} />`;
};

/** When it was said, and what others think of it. */
export const Foot = ({ s, m }) => html`
  <span class="meta">
    ${m.silent && html`<${Icon} name="mute" /><span class="unseen">${words(s.lang, "silent")}</span>`}
    ${m.edited && html`<span>${words(s.lang, "edited")}</span>`} <time datetime=${m.date}>${timeOf(m.date)}</time>
  </span>
  ${
    m.reactions?.length > 0 &&
    html`<div class="reactions">
      ${m.reactions.map(
        ({ emoji, count, mine }) => html`<button
          key=${emoji}
          class=${classes("reaction", mine && "chosen")}
          aria-pressed=${String(mine)}
          aria-label=${words(s.lang, "reacted", { emoji, count })}
          onClick=${() => react(m, emoji)}
        >
          ${emoji} <span>${count}</span>
        </button>`,
      )}
    </div>`
  }
`;

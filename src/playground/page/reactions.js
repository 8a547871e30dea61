import { perform } from "./actions.js";
import { html } from "./html.js";
import { useText } from "./texts.js";

/** Puts a reaction under a message, or takes the own one back. @param {import("./api.js").Message} message @param {string} emoji */
export function react(message, emoji) {
  const mine = message.reactions?.find((reaction) => reaction.mine);
  return perform({ do: "react", message: message.id, emoji: mine?.emoji === emoji ? null : emoji });
}

/** Telegram leaves out the sign that asks for a coloured picture. @param {string} emoji */
export const picture = (emoji) => (emoji.length === 1 ? `${emoji}\uFE0F` : emoji);

/** @param {{ message: import("./api.js").Message }} props */
export function Reactions({ message }) {
  const text = useText();
  if (!message.reactions?.length) return null;

  return html`
    <div class="reactions">
      ${message.reactions.map(
        (reaction) => html`
          <button
            type="button"
            key=${reaction.emoji}
            class="reaction"
            aria-pressed=${String(reaction.mine)}
            aria-label=${text("message.reaction", { emoji: reaction.emoji, count: reaction.count })}
            onClick=${() => react(message, reaction.emoji)}
          >
            <span>${picture(reaction.emoji)}</span>${reaction.count}
          </button>
        `,
      )}
    </div>
  `;
}

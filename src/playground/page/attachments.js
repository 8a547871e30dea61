import { html } from "./html.js";
import { Icon } from "./icons.js";
import { useText } from "./texts.js";

/** A message's picture, or its file. @param {{ message: import("./api.js").Message }} props */
export function Attachments({ message: { photo, document } }) {
  const text = useText();
  return html`
    ${
      photo &&
      html`<a class="photo" href=${photo} target="_blank" rel="noopener"><img src=${photo} alt=${text("message.photo")} /></a>`
    }
    ${
      document &&
      html`<a class="file" href=${document.url} download=${document.name} aria-label=${text("message.file", { name: document.name })}>
        <span class="file-sign"><${Icon} name="file" /></span><span>${document.name}</span>
      </a>`
    }
  `;
}

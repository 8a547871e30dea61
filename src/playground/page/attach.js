import { useRef } from "preact/hooks";
import { Icon } from "./icons.js";
import { placeOf } from "./store.js";
import { send } from "./talk.js";
import { words } from "./texts.js";
import { html } from "./view.js";

/** Sends a file of this machine, with what stands in the input under it. */
export const AttachButton = ({ s }) => {
  const picker = useRef();
  const label = words(s.lang, "attach");
  if (s.edits[placeOf()]) return null;
  return html`<button
      type="button"
      class="round"
      data-testid="attach"
      aria-label=${label}
      title=${label}
      onClick=${() => picker.current.click()}
    >
      <${Icon} name="clip" />
    </button>
    <input ref=${picker} type="file" hidden data-testid="file" onChange=${(event) => attach(event.currentTarget)} />`;
};

const attach = async (field) => {
  const [file] = field.files;
  if (!file) return;
  const data = await base64(file);
  field.value = "";
  send(undefined, { name: file.name, mime: file.type, data });
};

const base64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

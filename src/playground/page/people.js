import { html } from "./html.js";
import { Avatar } from "./icons.js";
import { become } from "./navigation.js";
import { useStore } from "./store.js";
import { useRole, useText } from "./texts.js";

/** Who I am: everyone whom the page can play, with what they have not read. */
export function People() {
  const text = useText();
  const people = useStore((state) => state.data?.people);

  return html`
    <section aria-labelledby="people-title">
      <h2 id="people-title">${text("people.title")}</h2>
      <ul class="rows">
        ${people?.map((person) => html`<li key=${person.id}><${Person} person=${person} /></li>`)}
      </ul>
    </section>
  `;
}

/** @param {{ person: import("./api.js").Person }} props */
function Person({ person }) {
  const role = useRole();
  const as = useStore((state) => state.as);

  return html`
    <button
      type="button"
      class="row person"
      data-testid=${`person-${person.key}`}
      aria-pressed=${String(as === person.id)}
      onClick=${() => become(person.id)}
    >
      <${Avatar} id=${person.id} name=${person.name} />
      <span class="row-words">
        <b>${person.name}</b>
        <small>${role(person)}</small>
      </span>
      <${Unread} count=${person.unread} />
    </button>
  `;
}

/** @param {{ count: number }} props */
export function Unread({ count }) {
  const text = useText();
  if (!count) return null;
  return html`<span class="badge"><span aria-hidden="true">${count}</span>
    <span class="unseen">${text("people.unread", { count })}</span></span>`;
}

import { Avatar } from "./icons.js";
import { become } from "./places.js";
import { words } from "./texts.js";
import { classes, html } from "./view.js";

/** How many messages somebody has not read; silent when none. */
export const Badge = ({ s, count }) =>
  count > 0 &&
  html`<span class="badge">
    <span aria-hidden="true">${count}</span>
    <span class="unseen">${words(s.lang, "unread", { count })}</span>
  </span>`;

const roleOf = (s, role) => {
  const key = `role.${role}`;
  const own = words(s.lang, key);
  return own === key ? role : own;
};

/** Who one can be. */
export const People = ({ s }) => html`<nav class="people" aria-labelledby="who">
  <h2 id="who">${words(s.lang, "who")}</h2>
  <ul>
    ${s.server.people.map(
      (person) => html`<li key=${person.id}>
        <button
          class=${classes("person", person.id === s.as && "chosen")}
          data-testid=${`person-${person.key}`}
          aria-current=${person.id === s.as ? "true" : undefined}
          onClick=${() => become(person.id)}
        >
          <${Avatar} id=${person.id} name=${person.name} />
          <span class="two">
            <strong>${person.name}</strong>
            <small>${roleOf(s, person.role)}</small>
          </span>
          <${Badge} s=${s} count=${person.id === s.as ? 0 : person.unread} />
        </button>
      </li>`,
    )}
  </ul>
</nav>`;

import { html } from "./html.js";
import { Icon } from "./icons.js";

/**
 * A button that unfolds a few more; closed by a choice, by Escape, or by going elsewhere.
 * @param {{ label: string, icon: string, children?: unknown, className?: string }} props
 */
export const Menu = ({ label, icon, children, className = "" }) => html`
  <details class=${`menu ${className}`} onFocusOut=${leave} onKeyDown=${closeByKey} onClick=${choose}>
    <summary class="round" role="button" aria-label=${label} title=${label}><${Icon} name=${icon} /></summary>
    <div class="menu-items">${children}</div>
  </details>
`;

/** @param {FocusEvent} event */
function leave({ currentTarget, relatedTarget }) {
  const menu = /** @type {HTMLDetailsElement} */ (currentTarget);
  if (relatedTarget && !menu.contains(/** @type {Node} */ (relatedTarget))) menu.open = false;
}

/** @param {KeyboardEvent} event */
function closeByKey(event) {
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (event.key !== "Escape" || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

/** @param {MouseEvent} event */
function choose({ currentTarget, target }) {
  const chosen = /** @type {Element} */ (target).closest(".menu-items button");
  if (chosen) /** @type {HTMLDetailsElement} */ (currentTarget).open = false;
}

/** Closes the menus that were left by a click on nothing. @param {MouseEvent} event */
export function closeMenus({ target }) {
  const inside = /** @type {Element} */ (target).closest?.("details.menu");
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== inside) menu.removeAttribute("open");
  }
}

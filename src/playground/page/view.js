import htm from "htm";
import { h } from "preact";

/** Templates that become elements. */
export const html = htm.bind(h);

/** Class names, without those that do not apply. */
export const classes = (...names) => names.filter(Boolean).join(" ");

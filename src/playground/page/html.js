import htm from "htm";
import { h } from "preact";

/** Markup as a tagged template: what it interpolates is text, never markup. */
export const html = htm.bind(h);

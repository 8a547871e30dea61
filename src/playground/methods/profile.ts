import { bad } from "../api-error.ts";
import { meta, setMeta } from "../meta.ts";
import { textOf } from "../params.ts";
import type { Method } from "./method.ts";

const limits = { name: 64, description: 512, short_description: 120 };

type Field = keyof typeof limits;

/** Sets one line of the bot's profile, per language. */
export const setProfile =
  (field: Field): Method =>
  ({ g }, params) => {
    const text = textOf(params, field) ?? "";
    if (text.length > limits[field]) throw bad(`bot ${field.replace("_", " ")} is too long`);
    setMeta(g, `${field} ${textOf(params, "language_code") ?? ""}`, text);
    return true;
  };

export const getProfile =
  (field: Field): Method =>
  ({ g }, params) => ({
    [field]: meta(g, `${field} ${textOf(params, "language_code") ?? ""}`) || meta(g, `${field} `) || "",
  });

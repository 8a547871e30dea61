import type { Keyboards } from "../keyboard.ts";

export const ideaKeyboards: Keyboards = {};

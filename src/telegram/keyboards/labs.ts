import type { Keyboards } from "../keyboard.ts";

export const labKeyboards: Keyboards = {};

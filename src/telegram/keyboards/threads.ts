import type { Keyboards } from "../keyboard.ts";

export const threadKeyboards: Keyboards = {};

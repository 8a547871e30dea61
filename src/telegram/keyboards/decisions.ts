import type { Keyboards } from "../keyboard.ts";

export const decisionKeyboards: Keyboards = {};

import type { Update } from "telegraf/types";
import { allowedUpdates } from "./poll.ts";

/** What sort of thing an update tells of: one of those that the bot asks for, or "other". */
export const kindOf = (update: Update): string => allowedUpdates.find((kind) => kind in update) ?? "other";

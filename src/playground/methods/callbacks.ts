import { bad } from "../api-error.ts";
import { type Params, textOf, truthOf } from "../params.ts";
import { takePress } from "../presses.ts";
import type { PressAnswer } from "../waiting-presses.ts";
import type { Method } from "./method.ts";

export const answerCallbackQuery: Method = ({ g, presses }, params) => {
  const id = textOf(params, "callback_query_id") ?? "";
  const answer = answerIn(params);
  try {
    takePress(g, id);
  } catch (error) {
    presses.resolve(id, {}); // The app has given up long ago.
    throw error;
  }
  presses.resolve(id, answer);
  return true;
};

function answerIn(params: Params): PressAnswer {
  const text = textOf(params, "text")?.trim();
  const url = textOf(params, "url");
  if (text && text.length > 200) throw bad("MESSAGE_TOO_LONG");
  if (url && !URL.canParse(url)) throw bad("URL_INVALID");
  return {
    ...(text ? { text } : {}),
    ...(truthOf(params, "show_alert") ? { show_alert: true } : {}),
    ...(url ? { url } : {}),
  };
}

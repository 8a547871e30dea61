import type { Config } from "../config.ts";
import { count, hostOf, spanOf } from "./figures.ts";
import { doubtful, type Finding, fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** What getWebhookInfo says, as far as it matters here. */
type Info = {
  url: string;
  pending_update_count: number;
  last_error_date?: number;
  last_error_message?: string;
};

/** More updates than this do not wait for a bot that runs. */
const MANY = 100;
/** The only ports that Telegram brings updates to. */
const PORTS = ["", "80", "88", "443", "8443"];

/** How updates come in. Whether another process polls with the same token cannot be asked without disturbing it. */
export const checkWebhook: Check = async ({ config, telegram, clock }) => {
  if (!telegram || !(await telegram.me.catch(() => undefined))) return [];
  const info = await telegram.call<Info>("getWebhookInfo", {}, { timeout: 8_000 });
  const way = config.webhook ? hookOf(config, info) : pollOf(info);
  const asked = [way, ...failureOf(info, clock.now()), ...crowdOf(info)];
  return config.webhook && !config.telegram.apiRoot ? [...asked, ...addressOf(config.webhook.url)] : asked;
};

function pollOf({ url }: Info): Finding {
  if (!url) return fine("none, and none is wanted: the bot polls");
  return doubtful(
    `one is set (${hostOf(url)}), and the bot polls: it gets nothing like that`,
    "start the bot, which removes it; if it comes back, another program uses this token",
  );
}

function hookOf({ webhook }: Config, { url }: Info): Finding {
  const host = hostOf(webhook?.url ?? "");
  if (url === webhook?.url) return fine(`set (${host})`);
  return doubtful(
    url
      ? `another one is set (${hostOf(url)}) than WEBHOOK_URL (${host})`
      : `none is set, and WEBHOOK_URL is given (${host})`,
    "start the bot, which sets it; if that does not last, another program uses this token",
  );
}

function failureOf(info: Info, now: Date): Finding[] {
  const { url, last_error_message: message, last_error_date: at = 0, pending_update_count: waiting } = info;
  if (!url || !message) return [];
  const what = `Telegram could not bring an update ${spanOf(now.getTime() - at * 1000)} ago (${message})`;
  const todo =
    "see that WEBHOOK_URL reaches HOST and PORT of the bot from the internet, by https with a valid certificate";
  return waiting > 0
    ? [wrong(`${what}, and ${count(waiting, "update waits", "updates wait")}`, todo)]
    : [doubtful(what, todo)];
}

const crowdOf = ({ pending_update_count: waiting }: Info) =>
  waiting > MANY
    ? [
        doubtful(
          `${count(waiting, "update")} wait at Telegram`,
          "see that the bot runs; Telegram keeps them for 24 hours",
        ),
      ]
    : [];

function addressOf(given: string): Finding[] {
  const { protocol, port } = new URL(given);
  if (protocol !== "https:")
    return [wrong("WEBHOOK_URL is not https", "Telegram brings updates only to https addresses")];
  if (PORTS.includes(port)) return [];
  return [
    wrong(`WEBHOOK_URL has port ${port}`, "Telegram brings updates only to the ports 443, 80, 88 and 8443"),
  ];
}

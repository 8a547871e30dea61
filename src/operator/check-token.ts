import type { Config } from "../config.ts";
import { Refused } from "../outbox/outcome.ts";
import { explainLine } from "./explain-line.ts";
import { hostOf } from "./figures.ts";
import { type Finding, fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** Whether Telegram can be reached, and takes the token. */
export const checkToken: Check = async ({ config, telegram }) => {
  if (!telegram)
    return [
      fine(
        config.telegram.token
          ? "not looked at, since PLAYGROUND is on"
          : "none, so this is the playground: nothing reaches Telegram",
      ),
    ];
  return telegram.me.then(
    ({ username, id }) => [fine(`accepted by ${apiOf(config)}: @${username} (${id})`)],
    (error: unknown) => [refusalOf(error, config)],
  );
};

function refusalOf(error: unknown, config: Config): Finding {
  const host = apiOf(config);
  if (!(error instanceof Refused)) return explainLine(error, { host, proxy: proxyOf(config) });
  if (error.code === 401 || error.code === 404)
    return wrong(
      `BOT_TOKEN is not accepted by ${host}`,
      "copy it again from @BotFather (/mybots, API Token); TELEGRAM_API_ROOT must be a Bot API server, or empty",
    );
  return wrong(`${host} refuses: ${error.code} ${error.message}`, "wait some minutes, then ask again");
}

/** The Bot API server that is asked. */
export const apiOf = ({ telegram: { apiRoot } }: Config): string =>
  apiRoot ? hostOf(apiRoot) : "api.telegram.org";

/** The proxy on the way there: what is not encrypted goes without. */
const proxyOf = ({ telegram: { apiRoot, proxy } }: Config) =>
  proxy && !apiRoot?.startsWith("http:") ? hostOf(proxy) : undefined;

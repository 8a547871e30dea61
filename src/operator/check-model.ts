import type { Config } from "../config.ts";
import { openaiFetch } from "../llm/openai-fetch.ts";
import { hostOf } from "./figures.ts";
import { doubtful, type Finding, fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** How long the model's server may take to answer, in milliseconds. */
const PATIENCE = 8_000;

const OPENAI = "https://api.openai.com/v1";

/** Whether the model's server answers, takes the key, and has the model: asked for its list, which costs nothing. */
export const checkModel: Check = async ({ config: { llm } }) => {
  if (!llm) return [fine("none, and none is needed: summaries are made of quotations")];
  const host = hostOf(llm.baseURL ?? OPENAI);
  const answer = await listOf(llm).catch(() => undefined);
  if (!answer)
    return [
      wrong(
        `${host} cannot be reached`,
        "check OPENAI_BASE_URL, the network, and HTTPS_PROXY where there is only a proxy",
      ),
    ];
  return [
    answer.ok
      ? judge(await answer.json().catch(() => undefined), { host, model: llm.model })
      : refusalOf(answer.status, host),
  ];
};

type Asked = NonNullable<Config["llm"]>;

const listOf = ({ apiKey, baseURL = OPENAI, proxy }: Asked): Promise<Response> =>
  openaiFetch(proxy)(`${baseURL.replace(/\/+$/, "")}/models`, {
    headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
    signal: AbortSignal.timeout(PATIENCE),
  });

function refusalOf(status: number, host: string): Finding {
  if (status === 401 || status === 403)
    return wrong(
      `${host} does not accept OPENAI_API_KEY (${status})`,
      "copy the key again, or make a new one",
    );
  if (status === 404 || status === 405)
    return doubtful(
      `${host} tells no list of models (${status})`,
      "see that OPENAI_BASE_URL ends as its maker says, such as in /v1",
    );
  return doubtful(
    `${host} does not serve us now (${status})`,
    "wait, and see that the account is paid; until then summaries are quotations",
  );
}

function judge(answer: unknown, { host, model }: { host: string; model: string }): Finding {
  const { data } = (answer ?? {}) as { data?: { id?: string }[] };
  if (!Array.isArray(data))
    return doubtful(
      `${host} answers, but tells no list of models`,
      "see that OPENAI_BASE_URL ends as its maker says, such as in /v1",
    );
  // Some servers add ":latest" to a name that has no other tag.
  if (data.some(({ id }) => id === model || id === `${model}:latest`)) return fine(`${model} at ${host}`);
  return wrong(`${host} has no model ${model}`, "correct OPENAI_MODEL, or load that model there");
}

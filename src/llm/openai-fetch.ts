import { request } from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";

type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A fetch for the model's client: through the proxy where there is one, and an unpaid bill is not asked twice. */
export function openaiFetch(proxy: string | undefined): Fetch {
  const send = proxy === undefined ? fetch : throughProxy(new HttpsProxyAgent(proxy));
  return async (url, init) => {
    const response = await send(url, init);
    if (response.status !== 429) return response;
    const body = await response.text();
    const headers = new Headers(response.headers);
    headers.delete("content-encoding");
    headers.delete("content-length");
    if (body.includes("insufficient_quota")) headers.set("x-should-retry", "false");
    return new Response(body, { status: 429, headers });
  };
}

/** Node's own fetch knows no proxy for one client; addresses without TLS are near, and go without it. */
function throughProxy(agent: HttpsProxyAgent<string>): Fetch {
  return (url, init = {}) => {
    if (!String(url).startsWith("https:")) return fetch(url, init);
    return new Promise((resolve, reject) => {
      const headers = Object.fromEntries(new Headers(init.headers));
      const packed = new Response(init.body);
      const type = packed.headers.get("content-type");
      if (type) headers["content-type"] ??= type; // A form tells its boundary there.
      const signal = init.signal ?? undefined;
      const asked = request(String(url), {
        agent,
        method: init.method ?? "GET",
        headers,
        ...(signal && { signal }),
      });
      asked.on("error", reject);
      asked.on("response", async (answer) => {
        try {
          const body = Buffer.concat(await answer.toArray());
          const known = Object.entries(answer.headers).map(
            ([name, value]) => [name, String(value)] as [string, string],
          );
          resolve(new Response(body, { status: answer.statusCode ?? 502, headers: known }));
        } catch (cause) {
          reject(cause);
        }
      });
      packed.arrayBuffer().then((body) => asked.end(Buffer.from(body)), reject);
    });
  };
}

/**
 * A fetch that tells the client not to try again when the account's money is used up: that is a 429 like a crowd is,
 * but waiting does not help.
 */
export const stopOnQuota: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  if (response.status !== 429) return response;
  const body = await response.text();
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  if (body.includes("insufficient_quota")) headers.set("x-should-retry", "false");
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
};

/** What a program needs to go on: seconds to wait, or the chat that a group became. */
export type Parameters = { retry_after?: number; migrate_to_chat_id?: number };

/** An answer of the Bot API that says no: HTTP status, words, and what a program needs to go on. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: Parameters | undefined;

  constructor(code: number, description: string, parameters?: Parameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** The gateway before Telegram says no, with a page instead of JSON. */
export class GatewayError extends ApiError {}

/** 400 with Telegram's words. */
export const bad = (words: string, parameters?: Parameters) =>
  new ApiError(400, `Bad Request: ${words}`, parameters);

/** 403 with Telegram's words. */
export const forbidden = (words: string) => new ApiError(403, `Forbidden: ${words}`);

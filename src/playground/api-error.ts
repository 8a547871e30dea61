/** An answer of the Bot API that says no: HTTP status, words, and what a program needs to go on. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: { retry_after?: number } | undefined;

  constructor(code: number, description: string, parameters?: { retry_after?: number }) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400 with Telegram's words. */
export const bad = (words: string) => new ApiError(400, `Bad Request: ${words}`);

/** 403 with Telegram's words. */
export const forbidden = (words: string) => new ApiError(403, `Forbidden: ${words}`);

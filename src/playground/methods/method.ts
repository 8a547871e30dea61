import type { Ground } from "../ground.ts";
import type { Params } from "../params.ts";
import type { Polls } from "../poll.ts";
import type { Presses } from "../waiting-presses.ts";

/** What a call may use beside its parameters; `gone` aborts when the caller hung up. */
export type Call = { g: Ground; polls: Polls; presses: Presses; pump: () => void; gone: AbortSignal };

/** Answers a call with its result, or throws an `ApiError`. */
export type Method = (call: Call, params: Params) => unknown;

import type { Readable } from "node:stream";
import type { Logger } from "pino";
import type { Boundary } from "./boundary.ts";
import type { Clock } from "./clock.ts";
import type { Counts } from "./counts.ts";
import type { Store } from "./db.ts";
import type { Llm } from "./llm/llm.ts";

/** What the process holds for as long as it lives. */
export type App = {
  db: Store;
  llm: Llm | undefined;
  log: Logger;
  clock: Clock;
  /** What new labs and people start with. */
  defaults: { locale: "id" | "en"; zone: string };
  /** The programme's admins, by Telegram's ids; nobody where the installation names none. */
  admins?: readonly number[];
  /** Where copies of small files are kept, and how the bytes of one are fetched by Telegram's id. */
  files?: { dir: string; fetch: (fileId: string) => Promise<Readable> };
  /** Told of what happens, where somebody counts. */
  count?: Counts;
  /** Told of every boundary that is passed; a test ends the process there. */
  at?: (boundary: Boundary) => void;
};

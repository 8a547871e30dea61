import type { App } from "../app.ts";
import type { Route } from "./route.ts";
import { challenges } from "./routes/challenges.ts";
import { commitments } from "./routes/commitments.ts";
import { decisions } from "./routes/decisions.ts";
import { exchange } from "./routes/exchange.ts";
import { experiences } from "./routes/experiences.ts";
import { feedback } from "./routes/feedback.ts";
import { handovers } from "./routes/handovers.ts";
import { ideas } from "./routes/ideas.ts";
import { labs } from "./routes/labs.ts";
import { lists } from "./routes/lists.ts";
import { materials } from "./routes/materials.ts";
import { methods } from "./routes/methods.ts";
import { people } from "./routes/people.ts";
import { programme } from "./routes/programme.ts";
import { pulses } from "./routes/pulses.ts";
import { rest } from "./routes/rest.ts";
import { sparks } from "./routes/sparks.ts";
import { threads } from "./routes/threads.ts";
import { work } from "./routes/work.ts";
import { withTaps } from "./tap.ts";

/** Everything the bot answers to. The first route that fits wins; in it, the first row whose person and input fit. */
export const routes = (app: Pick<App, "db" | "llm">): Route[] =>
  withTaps([
    ...ideas,
    ...lists,
    ...experiences,
    ...challenges,
    ...work,
    ...commitments,
    ...pulses,
    ...handovers,
    ...exchange,
    ...feedback,
    ...decisions,
    ...threads,
    ...labs,
    ...programme,
    ...people(app),
    ...sparks,
    ...methods,
    ...materials,
    ...rest,
  ]);

import { benchBot } from "./bot.ts";
import { benchCard } from "./card.ts";
import { benchDeliver } from "./deliver.ts";
import { benchDigests } from "./digests.ts";
import { benchKill } from "./kill.ts";
import { type Bench, head, line } from "./row.ts";
import { benchInformal, benchSearch } from "./search.ts";
import { benchStore } from "./store/store.ts";
import { benchUpdates } from "./updates.ts";
import { benchWait } from "./wait.ts";

/** What can be measured, by name: `npm run bench` for all, `npm run bench -- NAME …` for some. */
const benches: Record<string, Bench> = {
  bot: benchBot,
  store: benchStore,
  wait: benchWait,
  updates: benchUpdates,
  kill: benchKill,
  card: benchCard,
  deliver: benchDeliver,
  digests: benchDigests,
  search: benchSearch,
};

/** What is measured only when it is named, since it needs something that is not here. */
const named: Record<string, Bench> = { informal: benchInformal };
const all = { ...benches, ...named };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in all));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(", ")}; there is ${Object.keys(all).join(", ")}.\n`);
  process.exit(1);
}

process.stdout.write(`${head.join("\n")}\n`);
for (const [name, bench] of Object.entries(all)) {
  if (wanted.length > 0 ? !wanted.includes(name) : name in named) continue;
  for (const row of await bench()) process.stdout.write(`${line(row)}\n`);
}

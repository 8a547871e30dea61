import { age, type Gauge, is } from "./gauge.ts";

/** All that is looked at when somebody asks. */
export const gauges: Gauge[] = [
  {
    name: "lumbung_database_up",
    help: "Whether the database answered this scrape: 1 or 0.",
    of: ({ ping }) => is(ping !== undefined),
  },
  {
    name: "lumbung_database_ping_seconds",
    help: "How long the database took to answer the smallest question.",
    of: ({ ping }) => ping && ping / 1000,
  },
  {
    name: "lumbung_database_connections",
    help: "Connections of this process to the database, by state.",
    label: "state",
    each: ({ pool: { total, idle } }) => ({ busy: total - idle, idle }),
  },
  {
    name: "lumbung_database_connections_max",
    help: "How many connections this process opens at the most.",
    of: ({ pool }) => pool.most,
  },
  {
    name: "lumbung_database_waiting",
    help: "Questions of this process that wait for a connection.",
    of: ({ pool }) => pool.waiting,
  },
  {
    name: "lumbung_lanes",
    help: "Chats that have updates to work off, by whether this process is at it.",
    label: "state",
    each: ({ pulse }) => ({ running: pulse?.lanes.running, waiting: pulse?.lanes.waiting }),
  },
  {
    name: "lumbung_updates_open",
    help: "Stored updates that are not worked off yet; slow are those of a person who sent very many at once.",
    label: "lane",
    each: ({ figures }) => ({ chat: figures?.updates, slow: figures?.slowUpdates }),
  },
  {
    name: "lumbung_updates_oldest_age_seconds",
    help: "How long the oldest open update has waited, those in slow lanes left out.",
    of: (facts) => age(facts, ({ oldestUpdate }) => oldestUpdate),
  },
  {
    name: "lumbung_updates_poison",
    help: "Updates that failed for good and are kept, to be replayed.",
    of: ({ poison }) => poison,
  },
  {
    name: "lumbung_poll_age_seconds",
    help: "How long ago updates were last fetched well; missing where they come by webhook.",
    of: ({ pulse }) => {
      const ms = pulse?.flow.silence();
      return ms === undefined ? undefined : ms / 1000;
    },
  },
  {
    name: "lumbung_outbox_messages",
    help: "Messages by state: due, later, parked (for a group that the bot left), sending, uncertain, failed.",
    label: "state",
    each: ({ figures: f }) => ({
      ...{ due: f?.due, later: f?.later, parked: f?.parked },
      ...{ sending: f?.sending, uncertain: f?.uncertain, failed: f?.failed },
    }),
  },
  {
    name: "lumbung_outbox_oldest_due_age_seconds",
    help: "How long the oldest message that is due has waited.",
    of: (facts) => age(facts, ({ oldestDue }) => oldestDue),
  },
  {
    name: "lumbung_cards_stale",
    help: "Cards in chats that no longer show what is so, and are to be drawn anew.",
    of: ({ figures }) => figures?.staleCards,
  },
  {
    name: "lumbung_cards_oldest_stale_age_seconds",
    help: "How long the oldest stale card has been stale.",
    of: (facts) => age(facts, ({ oldestStale }) => oldestStale),
  },
  {
    name: "lumbung_delivering",
    help: "Whether this process is the one that delivers: 1 or 0.",
    of: ({ pulse }) => is(pulse?.delivers),
  },
  {
    name: "lumbung_delivery_held",
    help: "Whether any process delivers: 1 or 0.",
    of: ({ figures }) => is(figures?.delivered),
  },
];

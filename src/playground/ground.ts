import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Clock } from "../clock.ts";
import { type Faults, openFaults } from "./faults/armed.ts";
import { listeners } from "./listeners.ts";
import { schema } from "./tables.ts";

export type WorldEvent =
  | { kind: "changed"; chat?: number }
  | { kind: "call" }
  | { kind: "clock"; now: string }
  | { kind: "faults" };

/** What every part of the emulator stands on: the store, the clock, and who listens. */
export type Ground = {
  clock: Clock;
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** Does it all or nothing; may be nested. */
  atomically<T>(work: () => T): T;
  /** Tells the listeners, after what runs now has ended (and so is stored). */
  emit(event: WorldEvent): void;
  on(listener: (event: WorldEvent) => void): () => void;
  /** Told when an update was queued for the bot. */
  onUpdate(listener: () => void): () => void;
  updateQueued(): void;
  /** Told once, when the world closes. */
  onClose(listener: () => void): () => void;
  faults: Faults;
  closed(): boolean;
  close(): void;
};

/** Opens the store in `file` (or ":memory:"). What was written stays written when the process is killed. */
export function openGround(file: string, clock: Clock): Ground {
  const db = openTables(file);
  const statements = new Map<string, StatementSync>();
  const events = listeners<WorldEvent>();
  const updates = listeners<void>();
  const closing = listeners<void>();
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  return {
    clock,
    all: <Row>(sql: string, ...values: SQLInputValue[]) => prepared(sql).all(...values) as Row[],
    one: <Row>(sql: string, ...values: SQLInputValue[]) => prepared(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => void prepared(sql).run(...values),
    atomically: (work) => atomically(db, work),
    emit: (event) => queueMicrotask(() => events.tell(event)),
    on: events.add,
    onUpdate: updates.add,
    updateQueued: () => queueMicrotask(() => updates.tell()),
    onClose: closing.add,
    faults: openFaults(),
    closed: () => !db.isOpen,
    close() {
      if (!db.isOpen) return;
      closing.tell();
      db.close();
      for (const each of [events, updates, closing]) each.clear();
    },
  };
}

function openTables(file: string) {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
  db.exec(schema);
  return db;
}

function atomically<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

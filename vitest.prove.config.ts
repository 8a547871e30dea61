import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

// The long proofs: minutes, not seconds. One at a time, since they kill, cut and fill up what they run on.
// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({ test: { include: ["test/prove/**/*.prove.ts"], maxWorkers: 1, testTimeout: 300_000 } }),
);

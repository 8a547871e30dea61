import { defineConfig } from "vitest/config";

// A zone that nobody has, 12:45 or 13:45 ahead, so that code which forgets to say whose day it means fails here.
// biome-ignore lint/style/noProcessEnv: the zone is read when a process starts
process.env.TZ = "Pacific/Chatham";

// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/global-setup.ts",
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});

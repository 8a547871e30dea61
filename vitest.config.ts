import { defineConfig } from "vitest/config";

// A zone that nobody has, 12:45 or 13:45 ahead, so that code which forgets to say whose day it means fails here.
process.env.TZ = "Pacific/Chatham";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/global-setup.ts",
    provide: { givenServer: process.env.TEST_DATABASE_URL ?? "" },
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});

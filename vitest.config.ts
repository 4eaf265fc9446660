import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "model/src/**/*.test.ts",
      "apps/*/src/**/*.test.ts",
      "tests/**/*.test.ts",
      "examples/**/*.test.ts",
    ],
    // Two cores: two workers keep both busy without starving the child processes that some tests start.
    maxWorkers: 2,
    testTimeout: 60_000,
    // Pages on a busy machine take their time.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
  },
});

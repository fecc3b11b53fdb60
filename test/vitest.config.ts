import { availableParallelism } from "node:os";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./longest-first.ts";
import { mutableRules } from "./access/mutable-rules.ts";
import { projectRoot } from "../server/project-root.ts";

export default defineConfig({
  root: projectRoot,
  plugins: [mutableRules(), svelte({ configFile: false })],
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    pool: "forks",
    // The imports of the server are paid once a worker instead of once a file: a quarter of the time.
    isolate: false,
    // What is installed on a machine changes no picture; one test looks at it by itself.
    env: { FONTS_DIR: `${projectRoot}/test/forms/pictures` },
    sequence: { sequencer: LongestFirst },
    maxWorkers: Math.min(availableParallelism(), 4),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A browser on two busy cores misses a beat now and then; what is wrong fails twice.
    retry: process.env.CI ? 1 : 0,
  },
});

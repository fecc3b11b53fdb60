import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    cluster: Cluster;
    /** A folder for whatever tests write, gone after the run. */
    scratch: string;
  }
}

/** One database server and one folder for the whole run. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const { cluster, destroy } = await startCluster();
  // Named like a cluster, so that what a killed run left is swept with its cluster.
  const scratch = mkdtempSync(join(tmpdir(), `lectern-test-${process.pid}-`));
  project.provide("cluster", cluster);
  project.provide("scratch", scratch);
  return () => {
    destroy();
    rmSync(scratch, { recursive: true, force: true });
  };
}

import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

/** One database server for the whole run. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const { cluster, destroy } = await startCluster();
  project.provide("cluster", cluster);
  return destroy;
}

import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { claimFile } from "#server/files/keep-file.ts";
import { readLink, warningFor } from "./link.ts";
import type { AddedVersion, NewVersion } from "./work-sample.contract.ts";
import { lockWorkSample } from "./work-sample.queries.ts";
import { insertVersion } from "./work-version.queries.ts";

/** Adds a version to the student's piece; earlier ones stay as they were. */
export async function addVersion(
  tx: Tx,
  actor: Actor,
  workSampleId: string,
  version: NewVersion,
): Promise<AddedVersion> {
  await lockWorkSample(tx, actor, workSampleId);
  const content = await contentOf(tx, actor, version);
  const versionId = await insertVersion(tx, actor, workSampleId, content);
  return { id: workSampleId, versionId, warning: warningFor(content.url) };
}

async function contentOf(tx: Tx, actor: Actor, version: NewVersion) {
  const { kind, stage } = version;
  const nothing = { kind, stage, body: null, url: null, fileId: null, altText: "" };
  switch (version.kind) {
    case "text":
      return { ...nothing, body: version.body };
    case "link":
      return { ...nothing, url: readLink(version.url) };
    case "file":
      await claimFile(tx, actor, version.fileId);
      return { ...nothing, fileId: version.fileId, altText: version.altText };
  }
}

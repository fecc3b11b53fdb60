import { beforeAll, expect, test } from "vitest";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#server/project-root.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { useLectern } from "#test/support/lectern.ts";

beforeAll(buildPages, 120_000); // before the app opens, which looks for the pages once
const lectern = useLectern();

test("scripts leave compressed as well as can be, once, and may be kept for ever", async () => {
  const name = readdirSync(join(projectRoot, "build/web/assets")).find((file) => file.endsWith(".js"));
  const answer = await lectern.app.inject({
    url: `/assets/${name}`,
    headers: { "accept-encoding": "gzip, br" },
  });
  expect(answer.headers).toMatchObject({
    "content-encoding": "br",
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": expect.stringContaining("javascript"),
  });
});

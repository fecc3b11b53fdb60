import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FormProblem } from "#server/forms/check-form.ts";
import { openFormPool, Pool } from "#server/forms/render-in-worker.ts";
import { projectRoot } from "#server/project-root.ts";
import { conferenceLayout, drawRecord, sample, wordsIn } from "./conference-form.ts";

// Inside the project, so that the built worker finds its packages.
const dir = join(projectRoot, `build/trial-forms-${process.pid}`);
const script = join(dir, "form.worker.js");
const form = (draft = false) => ({
  layout: conferenceLayout,
  words: wordsIn("en"),
  values: { ...sample("usual"), draft },
  language: "en",
});
let pool: Pool;

beforeAll(async () => {
  await build({
    input: { "form.worker": join(projectRoot, "server/forms/form.worker.ts") },
    platform: "node",
    external: (id) => /^[a-z@]/.test(id),
    output: { dir, format: "esm", entryFileNames: "[name].js" },
    logLevel: "silent",
  });
  pool = new Pool(2, script);
});

afterAll(async () => {
  await pool.close();
  rmSync(dir, { recursive: true, force: true });
});

test("forms drawn in threads have the same bytes as those drawn in place", async () => {
  const [here, ...there] = await Promise.all([
    drawRecord(sample("usual")),
    ...Array.from({ length: 5 }, () => pool.render(form())),
  ]);
  for (const each of there) expect(Buffer.from(each.bytes).equals(Buffer.from(here.bytes))).toBe(true);
});

test("a form that cannot be drawn fails alone and says why", async () => {
  const broken = form();
  delete (broken.values.sections as Record<string, unknown>).goals;
  const [failed, drawn] = await Promise.allSettled([pool.render(broken), pool.render(form())]);
  expect(failed).toMatchObject({ status: "rejected", reason: { problems: ["goals.goals is required"] } });
  expect((failed as PromiseRejectedResult).reason).toBeInstanceOf(FormProblem);
  expect(drawn.status).toBe("fulfilled");
});

test("from source forms are drawn without threads", async () => {
  const plain = openFormPool();
  expect((await plain.render(form(true))).pages).toBe(3);
  await plain.close();
});

import { mkdirSync } from "node:fs";
import Fastify from "fastify";
import pg from "pg";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";

// The baseline: PostgreSQL and one Fastify route that asks it something. Nothing else.
const dataDir = process.env["DATA_DIR"] ?? "";
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
const { stop, ...address } = await startEmbedded({ dataDir });
const pool = new pg.Pool(address);
pool.on("error", () => undefined);
const app = Fastify();
app.get("/", async () => (await pool.query("select 1")).rows);
await app.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
console.log("ready");
process.once(
  "SIGINT",
  () =>
    void app
      .close()
      .then(() => pool.end())
      .then(stop)
      .then(() => process.exit(0)),
);

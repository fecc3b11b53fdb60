import { readFileSync } from "node:fs";
import Fastify from "fastify";
import pg from "pg";
import { valuesOf, type Statement } from "./capture.ts";

// The baseline: Fastify and pg, the same statements with the same values, an answer of the same length. Nothing else.
const { statements, bytes } = JSON.parse(readFileSync(process.env["STATEMENTS"] ?? "", "utf8")) as {
  statements: Statement[];
  bytes: number;
};
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 16 });
const app = Fastify();

app.get<{ Params: { guardian: string } }>("/:guardian", async ({ params }, reply) => {
  const values = valuesOf(Number(params.guardian));
  let last: unknown[] = [];
  for (const statement of statements) {
    last = (
      await pool.query(
        statement.text,
        statement.values.map((value) => ("of" in value ? valueFor(value.of, values) : value.fixed)),
      )
    ).rows;
  }
  return reply.type("application/json").send(JSON.stringify(last).padEnd(bytes).slice(0, bytes));
});

const valueFor = (name: keyof ReturnType<typeof valuesOf>, values: ReturnType<typeof valuesOf>): unknown =>
  name === "tokenHash" ? Buffer.from(values.tokenHash, "hex") : values[name];

await app.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
console.log("ready");

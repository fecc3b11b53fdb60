import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import type { Cluster } from "./cluster.ts";

/** A PostgreSQL's door that counts what is asked through it and stops at a question of the test's choosing. */
export interface QueryGate {
  readonly url: string;
  /** From now on the nth statement is not let through; what happens instead is the test's. Statements of the job queue do not count. */
  stopAt(nth: number, act: () => void): void;
  /** The commit of a transaction in which these words were sent is let through, its answer is not. */
  stopAtCommitOf(words: string, act: () => void): void;
  /** Lets everything through again. */
  open(): void;
  /** How many statements came since `stopAt`. */
  readonly counted: number;
  close(): Promise<void>;
}

/** Opens such a door to one database of the test cluster. */
export async function openQueryGate({ host, port, user, password, database }: Cluster): Promise<QueryGate> {
  const nothing = { nth: Infinity, after: "", counted: 0, act: (): void => undefined };
  const state = { ...nothing };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const inner = connect(join(host, `.s.PGSQL.${port}`));
    for (const socket of [client, inner]) {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => (client.destroy(), inner.destroy()));
    }
    let [seen, isMuted] = ["", false];
    inner.on("data", (chunk: Buffer) => {
      if (!isMuted) return client.write(chunk);
      state.act();
    });
    client.on("data", (chunk: Buffer) => {
      const isOfJobs = chunk.includes("pgboss");
      if (!isOfJobs && asksSomething(chunk) && ++state.counted === state.nth) return state.act();
      seen += state.after === "" ? "" : chunk.toString("latin1");
      isMuted ||= state.after !== "" && seen.includes(state.after) && chunk.includes("commit");
      inner.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `postgres://${user}:${encodeURIComponent(password)}@${at}/${database}?sslmode=disable`,
    stopAt: (nth, act) => void Object.assign(state, nothing, { nth, act }),
    stopAtCommitOf: (after, act) => void Object.assign(state, nothing, { after, act }),
    open: () => void Object.assign(state, { nth: Infinity, after: "" }),
    get counted() {
      return state.counted;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A simple query, or one that is parsed or bound first: each comes in a piece of its own from a client that waits for answers. */
const asksSomething = (chunk: Buffer): boolean =>
  ["Q", "P", "B"].includes(String.fromCharCode(chunk[0] ?? 0));

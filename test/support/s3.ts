import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server that speaks the protocol of S3, with one empty bucket. */
export interface Bucket {
  /** `s3://…`, as an operator writes it. */
  readonly url: string;
  /** Where its files lie, for a test that damages one. */
  readonly folder: string;
  close(): Promise<void>;
}

const program = createRequire(import.meta.url).resolve("s3rver/bin/s3rver.js");

/** Starts one in a process of its own; its keys stand in the environment, where the SDK looks for them. */
export async function openBucket(name = "student-work"): Promise<Bucket> {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" });
  const folder = await mkdtemp(join(tmpdir(), "bucket-"));
  const child = spawn(process.execPath, [
    // Its tokens for long lists are ciphered in a way that today's OpenSSL keeps apart.
    "--openssl-legacy-provider",
    program,
    ...["--directory", folder, "--address", "127.0.0.1", "--port", "0", "--configure-bucket", name],
  ]);
  const ended = once(child, "exit");
  const port = await new Promise<string>((resolve, reject) => {
    let said = "";
    const hear = (text: Buffer) => {
      said += text.toString();
      const port = /listening on .*:(\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then(() => reject(new Error(`The bucket did not open: ${said}`)));
  });
  return {
    url: `s3://${name}/lectern?endpoint=http://127.0.0.1:${port}`,
    folder: join(folder, name),
    close: async () => {
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

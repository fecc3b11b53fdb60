import { mkdir } from "node:fs/promises";
import { buildApp, type Surroundings } from "./app.ts";
import { startBackground } from "./background.ts";
import { ConfigError } from "./config-error.ts";
import { readConfig, type Config } from "./config.ts";
import { connect, type Db } from "./database/connect.ts";
import { AlreadyRunning, CannotStart } from "./database/embedded/cannot-start.ts";
import { startEmbedded } from "./database/embedded/start-embedded.ts";
import { migrate } from "./database/migrate.ts";
import { applySizes } from "./files/limits.ts";
import { scannerAt } from "./files/scanning/clamd.ts";
import { openStorage } from "./files/storage/open-storage.ts";
import { compileTheRest } from "./http/compile-schemas.ts";
import { mailServerAt } from "./messages/mail-server.ts";
import { openSecrets, SecretFileError } from "./secrets/open-secrets.ts";
import { recordSigner } from "./secrets/sign-records.ts";
import { offerFirstSetUp } from "./sign-in/set-up-first-administrator.ts";

/** What was started, in order, so that it can be stopped in the opposite order. */
const stops: (() => Promise<unknown>)[] = [];

async function start(): Promise<void> {
  const config = readConfig(process.env);
  applySizes(config.fileSizes);
  const db = await openDatabase(config);
  stops.push(() => db.destroy());
  await migrate(db);
  const signer = recordSigner(await openSecrets(config.secretFile));
  const files = await openStorage(config.filesUrl, config.dataDir);
  const scanner = config.scanUrl === null ? null : scannerAt(config.scanUrl);
  const surroundings = { ...config, db, files, scanner, signer, now: () => new Date() };
  const app = await buildApp(surroundings);
  const background = await startBackground({
    ...surroundings,
    mailServer: config.smtpUrl === null ? null : mailServerAt(config.smtpUrl, config.mailFrom),
    onJobError: (err, job) => app.log.error({ err, job }, "job failed"),
  });
  stops.push(() => background.stop());
  stops.push(() => app.close());
  await app.listen({ port: config.port, host: config.host });
  await greet(surroundings, config);
  await compileTheRest({ pause: 20 });
}

async function openDatabase(config: Config): Promise<Db> {
  if (config.databaseUrl !== null) return connect({ connectionString: config.databaseUrl });
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const { stop, ...address } = await startEmbedded({ dataDir: config.dataDir });
  stops.push(stop);
  return connect(address);
}

/** Says where we are and what to do first: look round the demo school, or set up a real one. */
async function greet({ db, files, signer, now }: Surroundings, config: Config): Promise<void> {
  if (!config.production) {
    const { openDemo } = await import("./demo-school/open-demo.ts");
    const welcome = await openDemo({ db, files, signer, now: now(), baseUrl: config.baseUrl });
    if (welcome !== null) return console.log(welcome);
  }
  console.log(`Lectern is at ${config.baseUrl}`);
  const token = await offerFirstSetUp(db, now());
  if (token !== null)
    console.log(`Set up the first administrator, once, within a day: ${config.baseUrl}/set-up#${token}`);
}

async function stop(): Promise<void> {
  for (const each of stops.splice(0).reverse()) await each();
}

const ourOwn = [ConfigError, SecretFileError, CannotStart, AlreadyRunning];

/** One sentence for what an operator can mend; the whole trace for what she cannot. */
function sentenceOf(error: unknown): string {
  if (ourOwn.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return `Port ${process.env["PORT"] ?? 4000} is taken. Stop what uses it, or set PORT to another number.`;
  if (code === "EACCES" || code === "EROFS" || code === "ENOTDIR")
    return `DATA_DIR cannot be written: ${message}.`;
  if (code === "ECONNREFUSED" || code === "ENOTFOUND")
    return `The database of DATABASE_URL does not answer: ${message}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stop().then(() => process.exit(0));
  });
}

start().catch(async (error: unknown) => {
  console.error(sentenceOf(error));
  await stop().catch(() => undefined);
  process.exit(1);
});

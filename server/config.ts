import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigError } from "./config-error.ts";
import { readSizes, type Sizes } from "./files/limits.ts";
import { scannerAt } from "./files/scanning/clamd.ts";
import { readS3Address } from "./files/storage/s3-address.ts";

/** What the environment asks for, parsed once at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where people reach us, without a trailing slash; links in mail begin with it. */
  readonly baseUrl: string;
  readonly trustProxy: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly filesUrl: string;
  /** Sizes that differ from the usual ones, in bytes. */
  readonly fileSizes: Partial<Sizes>;
  /** Where a scanner listens that speaks clamd's protocol. */
  readonly scanUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly secretFile: string;
  readonly logLevel: LogLevel;
  readonly production: boolean;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

type Environment = Record<string, string | undefined>;

/** Reads the environment; throws `ConfigError` naming the first variable that is wrong. */
export function readConfig(env: Environment): Config {
  const port = readPort(env["PORT"]);
  const host = env["HOST"] || "127.0.0.1";
  const dataDir = resolve(env["DATA_DIR"] || "data");
  refuseNoFolder("FONTS_DIR", env["FONTS_DIR"]);
  const production = env["NODE_ENV"] === "production" || Boolean(env["DATABASE_URL"]);
  return {
    port,
    host,
    baseUrl: readBaseUrl(env["BASE_URL"], host, port),
    trustProxy: readFlag("TRUST_PROXY", env["TRUST_PROXY"]),
    dataDir,
    databaseUrl: readUrlWithPassword(env, "DATABASE", ["postgres:", "postgresql:"]),
    filesUrl: readFilesUrl(env["FILES_URL"], dataDir),
    fileSizes: readFileSizes(env["FILE_LIMITS"]),
    scanUrl: readScanUrl(env["SCAN_URL"]),
    smtpUrl: readUrlWithPassword(env, "SMTP", ["smtp:", "smtps:"]),
    mailFrom: env["MAIL_FROM"] || "Lectern <lectern@localhost>",
    secretFile: resolve(env["SECRET_FILE"] || resolve(dataDir, "secret")),
    // Whoever tries Lectern out reads a welcome, not a log of every request.
    logLevel: readLogLevel(env["LOG_LEVEL"], production ? "info" : "warn"),
    production,
  };
}

function readPort(value: string | undefined): number {
  if (value === undefined || value === "") return 4000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535)
    throw new ConfigError(`PORT must be a number from 0 to 65535, not “${value}”.`);
  return port;
}

function readBaseUrl(value: string | undefined, host: string, port: number): string {
  const shown = host === "0.0.0.0" || host === "::" || host === "127.0.0.1" ? "localhost" : host;
  const url = readUrl("BASE_URL", value, ["http:", "https:"]) ?? `http://${shown}:${port}`;
  return url.replace(/\/+$/, "");
}

function readUrl(name: string, value: string | undefined, protocols: string[]): string | null {
  if (!value) return null;
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new ConfigError(
      `${name} must begin with ${protocols.map((each) => `${each}//`).join(" or ")} and name a host.`,
    );
  }
  return value;
}

/** NAME_URL, with the password that NAME_PASSWORD_FILE holds, so that none stands in an environment others can list. */
function readUrlWithPassword(env: Environment, name: string, protocols: string[]): string | null {
  const url = readUrl(`${name}_URL`, env[`${name}_URL`], protocols);
  const variable = `${name}_PASSWORD_FILE`;
  const file = env[variable];
  if (!file) return url;
  if (url === null) throw new ConfigError(`${variable} must stand beside ${name}_URL.`);
  const whole = new URL(url);
  whole.password = encodeURIComponent(readSecret(variable, file));
  return whole.href;
}

function readSecret(variable: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new ConfigError(`${variable} must name a file that can be read, not “${file}”.`);
  }
}

function readFilesUrl(value: string | undefined, dataDir: string): string {
  if (!value) return pathToFileURL(resolve(dataDir, "files")).href;
  if (value.startsWith("s3:")) readS3Address(value);
  else if (!value.startsWith("file:"))
    throw new ConfigError("FILES_URL must begin with file:// or s3:// and name a folder or a bucket.");
  return value;
}

function readFileSizes(value: string | undefined): Partial<Sizes> {
  const own = value ? readSizes(value) : {};
  if (own === null)
    throw new ConfigError(
      `FILE_LIMITS must name megabytes, such as image=25,document=50,audio=50,video=300,person=2048, not “${value}”.`,
    );
  return own;
}

function readScanUrl(value: string | undefined): string | null {
  if (!value) return null;
  scannerAt(value);
  return value;
}

/** Threads that draw read the variable themselves (`forms/type/installed-faces.ts`). */
function refuseNoFolder(variable: string, path: string | undefined): void {
  if (path && !statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new ConfigError(`${variable} must name a folder, not “${path}”.`);
}

function readFlag(name: string, value: string | undefined): boolean {
  if (!value || value === "0" || value === "false") return false;
  if (value === "1" || value === "true") return true;
  throw new ConfigError(`${name} must be true or false, not “${value}”.`);
}

function readLogLevel(value: string | undefined, usual: LogLevel): LogLevel {
  if (!value) return usual;
  const level = logLevels.find((each) => each === value);
  if (!level) throw new ConfigError(`LOG_LEVEL must be one of ${logLevels.join(", ")}, not “${value}”.`);
  return level;
}

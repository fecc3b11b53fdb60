// npm run files:move -- URL: copies every file from FILES_URL into another store; may be stopped and begun again.
import { readConfig } from "#server/config.ts";
import { moveContents, type Moved } from "#server/files/care/move-contents.ts";
import { openStorage } from "#server/files/storage/open-storage.ts";
import { sayWhy, withDatabase } from "./steps/with-database.ts";

const megabyte = 1024 * 1024;

async function move([target, ...rest]: string[]): Promise<void> {
  if (!target || rest.length > 0)
    throw new Error(
      "Say where to: npm run files:move -- s3://BUCKET/PREFIX?region=REGION, or a file:// address.",
    );
  const [config, there] = [readConfig(process.env), readConfig({ ...process.env, FILES_URL: target })];
  if (config.filesUrl === there.filesUrl) throw new Error("That is where the files lie already.");
  const from = await openStorage(config.filesUrl, config.dataDir);
  const to = await openStorage(there.filesUrl, config.dataDir);
  const moved = await withDatabase(config, (db) => moveContents(db, { from, to }, everySecond(sayProgress)));
  sayProgress(moved);
  for (const key of moved.lost) console.log(`missing: ${key}`);
  for (const key of moved.damaged) console.log(`changed since it was taken in, not copied: ${key}`);
  if (moved.lost.length + moved.damaged.length > 0) process.exitCode = 1;
  console.log(
    moved.moved === 0
      ? "Nothing is left to move: start Lectern with the new FILES_URL. What lies in the old place was not touched."
      : "Run it once more with Lectern stopped, for what came meanwhile; then start it with the new FILES_URL.",
  );
}

const sayProgress = ({ moved, bytes, already }: Moved): void =>
  console.log(`${moved} moved (${Math.round(bytes / megabyte)} MB), ${already} were there.`);

function everySecond(say: (moved: Moved) => void): (moved: Moved) => void {
  let said = Date.now();
  return (moved) => {
    if (Date.now() - said < 1_000) return;
    said = Date.now();
    say(moved);
  };
}

move(process.argv.slice(2)).catch(sayWhy);

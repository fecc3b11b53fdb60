import { setTimeout as sleep } from "node:timers/promises";
import { sweepFiles } from "#server/files/sweep-files.ts";
import { expireUploads } from "#server/uploads/expire-uploads.ts";
import { between, chanceFrom, type Chance } from "./chance.ts";
import { findLosses, Seen } from "./check-whole.ts";
import { Ledger } from "./ledger.ts";
import { RunningLectern } from "./running-lectern.ts";
import { sendsFiles, sendsPieces, type Person } from "./senders.ts";
import { makeSmallSchool } from "./small-school.ts";
import { types } from "./typing.ts";

interface Drill {
  readonly kills: number;
  readonly seed: number;
  /** The longest life of a server between two kills, in milliseconds. */
  readonly longestLife?: number;
  readonly tell?: (sentence: string) => void;
}

/** What a drill came to. */
export interface Drilled {
  readonly serverKills: number;
  readonly databaseKills: number;
  readonly acknowledged: Ledger["counts"];
  /** Things that failed though nobody was killed then. */
  readonly faults: string[];
  readonly losses: string[];
}

const people = { senders: 4, pieceSenders: 4, rooms: 6 };
const completeEvery = 20;
const nineDays = 9 * 86_400_000;

/** Kills Lectern again and again under people who work, and says what was lost of what it had acknowledged. */
export async function drill({
  kills,
  seed,
  longestLife = 900,
  tell = () => undefined,
}: Drill): Promise<Drilled> {
  const lectern = new RunningLectern();
  const [chance, ledger] = [chanceFrom(seed), new Ledger()];
  const killed = { server: 0, database: 0 };
  const losses: string[] = [];
  let seen = new Seen();
  try {
    await lectern.start();
    await lectern.withDatabase((db) => makeSmallSchool(db, { students: 8, rooms: people.rooms }));
    const crowd = new Crowd(peopleOf(lectern, ledger, chance));
    for (let round = 1; round <= kills; round++) {
      crowd.goOn();
      await sleep(between(chance, 60, longestLife));
      const database = round % 3 === 0;
      killed[database ? "database" : "server"]++;
      crowd.breaksNow();
      await lectern.kill({ database });
      await crowd.rests();
      await lectern.start();
      if (round % completeEvery === 0 || round === kills) seen = new Seen();
      losses.push(
        ...(await lectern.withDatabase((db) =>
          findLosses({ origin: lectern.origin, ledger, seen }, db, lectern.files),
        )),
      );
      if (round % 10 === 0) tell(`${round} kills, ${sayCounts(ledger)}, ${losses.length} lost`);
    }
    losses.push(...(await lossesOfSweeping(lectern, ledger)));
    return {
      ...{ serverKills: killed.server, databaseKills: killed.database },
      ...{ acknowledged: ledger.counts, faults: crowd.faults, losses },
    };
  } finally {
    await lectern.destroy();
  }
}

export const sayCounts = ({ counts }: Pick<Ledger, "counts">): string =>
  `${counts.files} files, ${counts.parts} parts, ${counts.pieces} pieces, ${counts.fields} saves acknowledged`;

function peopleOf(lectern: RunningLectern, ledger: Ledger, chance: Chance): Person[] {
  const place = { origin: () => lectern.origin, ledger, chance };
  const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, at) => from + at);
  return [
    ...numbers(people.senders).map((student) => sendsFiles(place, student)),
    ...numbers(people.pieceSenders, people.senders + 1).map((student) => sendsPieces(place, student)),
    ...numbers(people.rooms).map((room) => types(place, room)),
  ];
}

/** People who work until the line breaks, and go on when it is back. */
class Crowd {
  /** What failed while nobody had been killed. */
  readonly faults: string[] = [];
  private readonly people: Person[];
  private working: Promise<void>[] = [];
  private isBroken = true;

  constructor(people: Person[]) {
    this.people = people;
  }

  goOn(): void {
    this.isBroken = false;
    this.working = this.people.map((person) => this.work(person));
  }

  breaksNow(): void {
    this.isBroken = true;
  }

  async rests(): Promise<void> {
    await Promise.all(this.working);
  }

  private async work(person: Person): Promise<void> {
    while (!this.isBroken) {
      try {
        await person();
      } catch (error) {
        if (!this.isBroken) this.faults.push(String(error));
        await sleep(20);
      }
    }
  }
}

/** After nine days of the sweeper only what pieces of work hold is left, whole, and nothing without a row. */
async function lossesOfSweeping(lectern: RunningLectern, ledger: Ledger): Promise<string[]> {
  const later = new Date(Date.now() + nineDays);
  const held = new Set(ledger.pieces.map(({ fileId }) => fileId));
  const kept = Object.assign(new Ledger(), { files: ledger.files.filter(({ id }) => held.has(id)) });
  return await lectern.withDatabase(async (db) => {
    await expireUploads(db, lectern.files, later);
    await sweepFiles(db, lectern.files, later);
    const losses = await findLosses(
      { origin: lectern.origin, ledger: kept, seen: new Seen() },
      db,
      lectern.files,
    );
    const rows = await db.selectFrom("storedFile").select("storageKey").execute();
    const known = new Set(rows.map((row) => row.storageKey));
    for await (const key of lectern.files.listOlderThan(later))
      if (!known.has(key)) losses.push(`content ${key} is left behind and no row knows it`);
    return losses;
  });
}

import { Readable } from "node:stream";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { keepFile } from "#server/files/keep-file.ts";
import { limits } from "#server/files/limits.ts";
import { receiveFile } from "#server/files/receive-file.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { dayIn } from "#server/schools/calendar.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import type { StoryCalendar } from "./calendar.ts";
import type { CastMember } from "./cast-member.ts";
import { cast, type CastKey } from "./cast.ts";

interface Ids {
  readonly accountId: string;
  readonly personId: string;
  /** The home of a guardian. */
  readonly householdId: string;
}

/** One telling of the demo school's story: who is who, and what each did when, through the features' own use cases. */
export class Telling {
  readonly tx: Tx;
  readonly files: Storage;
  readonly signer: RecordSigner;
  readonly calendar: StoryCalendar;
  readonly districtId = uuidv7();
  readonly schoolId = uuidv7();
  readonly middleSchoolId = uuidv7();
  readonly season = uuidv7();
  readonly middleSchoolSeason = uuidv7();
  readonly lastSeason = uuidv7();
  readonly earlierSeason = uuidv7();
  /** Pieces by student and name, once they are on a shelf. */
  readonly pieces = new Map<string, string>();
  private readonly ids = new Map<CastKey, Ids>();

  constructor({ tx, files, signer }: Pick<Telling, "tx" | "files" | "signer">, calendar: StoryCalendar) {
    this.tx = tx;
    this.files = files;
    this.signer = signer;
    this.calendar = calendar;
  }

  /** The ids of one of the cast. */
  of(key: CastKey): Ids {
    let ids = this.ids.get(key);
    if (!ids) {
      ids = { accountId: uuidv7(), personId: uuidv7(), householdId: uuidv7() };
      this.ids.set(key, ids);
    }
    return ids;
  }

  /** The household of a guardian, her own or the one she shares. */
  homeOf(key: CastKey): string {
    const { home }: CastMember = cast[key];
    return this.of((home ?? key) as CastKey).householdId;
  }

  schoolOf(key: CastKey): string {
    const { atMiddleSchool }: CastMember = cast[key];
    return atMiddleSchool ? this.middleSchoolId : this.schoolId;
  }

  /** Somebody at an instant, as the rules see her. */
  actor(key: CastKey, now: Date): Actor {
    const member: CastMember = cast[key];
    const { accountId, personId } = this.of(key);
    return {
      accountId,
      districtId: this.districtId,
      personId,
      language: member.language ?? "en",
      isStudent: member.as === "student",
      isGuardian: member.as === "guardian",
      isMentor: member.as === "mentor",
      isInterpreter: member.as === "interpreter",
      isAdviser: member.advises ?? false,
      roles: member.roles ?? [],
      now,
      today: dayIn(this.calendar.zone, now),
    };
  }

  /** A file somebody uploaded; its pictures are made by the same job as everybody's. */
  async keep(actor: Actor, name: string, content: Uint8Array): Promise<string> {
    const file = Object.assign(Readable.from([Buffer.from(content)]), { truncated: false });
    const received = await receiveFile(this.files, { filename: name, file });
    // The sweeper takes what nothing refers to by its age, so a file is as old as its row.
    return (await keepFile(this.tx, actor, received, { personBytes: limits.personBytes })).id;
  }

  /** A piece that was put on a shelf before. */
  piece(student: CastKey, key: string): string {
    const id = this.pieces.get(`${student} ${key}`);
    if (id === undefined) throw new Error(`${student} has no piece “${key}”.`);
    return id;
  }
}

import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { readTranscript } from "#server/transcripts/read-transcript.ts";
import type { StageItem } from "../presentations/presentation.contract.ts";

const shown = { schemaVersion: 1 } as const;
const numbers = { audience: "numbers", workSampleId: null } as const;

/** Grades after the tests, and where she stands for graduation; nothing where nothing is known, so that no slide is bare. */
export async function gatherNumbers(db: Db, actor: Actor, studentId: string): Promise<StageItem[]> {
  const { grades, audits } = await readTranscript(db, actor, studentId);
  const told = grades.map(({ id: _, ...grade }) => grade);
  const known = audits.filter(({ standing }) => standing !== "not-yet");
  return [
    ...(told.length === 0
      ? []
      : [
          { id: "grades", ...numbers, shown: { ...shown, kind: "grades", segment: "results", grades: told } },
        ]),
    ...(known.length === 0
      ? []
      : [
          {
            id: "credits",
            ...numbers,
            shown: { ...shown, kind: "credits", segment: "graduation", audits: known },
          },
        ]),
  ] as StageItem[];
}

import {
  changeParticipant,
  endConference,
  noteContactAttempt,
  pauseConference,
  startConference,
  type Invitation,
} from "../conferences/conference.api.ts";
import { problemOf } from "../api/problem.ts";
import { reportPromise, setGoal, type NewGoal, type PromiseKept } from "../goals/goal.api.ts";
import { dropSupport, type AttemptMade, type Outcome, type RoomPerson } from "./record.api.ts";

type Attendance = NonNullable<RoomPerson["attendance"]>;
type NotMet = "no-show" | "declined" | "unreachable";
type Person = Pick<RoomPerson, "personId" | "part">;

/** What somebody does in the room that is no text: it can be done again without being done twice. */
export type Act =
  | { kind: "start" | "pause" }
  | { kind: "end"; outcome: Outcome; notMetBecause?: NotMet; base: Outcome | null }
  | (Person & { kind: "attend"; attendance: Attendance; base: Attendance | null })
  | (Person & { kind: "leave"; left: boolean })
  | { kind: "come"; personId: string; invitation: Omit<Invitation, "personId">; shown: RoomPerson }
  | { kind: "attempt"; id: string; way: AttemptMade["way"]; result: string }
  | { kind: "goal"; goal: NewGoal & { id: string } }
  | { kind: "report"; promiseId: string; kept: PromiseKept; because: string }
  | { kind: "drop-support"; id: string };

/** An act with its time on the server's clock; told late, the time goes along. */
export type KeptAct = Act & { actId: string; at: string; isLate: boolean };

/** Where it is done. */
export interface ActPlace {
  readonly conferenceId: string;
  readonly recordId: string;
}

/** Tells the server of an act. */
export function perform({ conferenceId, recordId }: ActPlace, act: KeptAct): Promise<unknown> {
  const at = act.isLate ? { at: act.at } : {};
  switch (act.kind) {
    case "start":
      return startConference(conferenceId, at);
    case "pause":
      return pauseConference(conferenceId);
    case "end": {
      const { outcome, notMetBecause, base } = act;
      return endConference(conferenceId, { outcome, ...(notMetBecause && { notMetBecause }), base, ...at });
    }
    case "attend": {
      const { personId, part, attendance, base } = act;
      return changeParticipant(conferenceId, personId, { part, attendance, base });
    }
    case "leave":
      return changeParticipant(conferenceId, act.personId, { part: act.part, left: act.left, ...at });
    case "come": {
      const change = { ...act.invitation, attendance: "present" as const };
      return changeParticipant(conferenceId, act.personId, change);
    }
    case "attempt": {
      const { id, way, result } = act;
      const madeAt = act.isLate ? { madeAt: act.at } : {};
      return noteContactAttempt(conferenceId, { id, way: way as "phone", result, ...madeAt });
    }
    case "goal":
      return setGoal(act.goal);
    case "report":
      return reportPromise(act.promiseId, { kept: act.kept, because: act.because });
    case "drop-support":
      return dropSupport(recordId, act.id).catch(ifThere);
    default:
      return act satisfies never;
  }
}

/** Taken out already, by this act sent twice or by somebody else. */
function ifThere(thrown: unknown): void {
  if (problemOf(thrown).status !== 404) throw thrown;
}

/** What an act is about, to say beside it that it is kept on this device. */
export function subjectOf(act: Act): string {
  switch (act.kind) {
    case "attend":
    case "leave":
    case "come":
      return `person:${act.personId}`;
    case "goal":
      return `goal:${act.goal.id}`;
    case "report":
      return `promise:${act.promiseId}`;
    case "drop-support":
      return `need:${act.id}`;
    case "attempt":
      return "attempts";
    default:
      return "meeting";
  }
}

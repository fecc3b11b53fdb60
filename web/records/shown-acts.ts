import type { Goal, StudentGoals } from "../goals/goal.api.ts";
import type { Act, KeptAct } from "./acts.ts";
import type { RecordReply, RoomPerson } from "./record.api.ts";

/** The record as it looks with an act done, before the server knows of it. */
export function withAct(record: RecordReply, act: KeptAct): RecordReply {
  const { conference, people } = record;
  const change = (now: Partial<RecordReply["conference"]>) => ({
    ...record,
    conference: { ...conference, ...now },
  });
  switch (act.kind) {
    case "start":
      return change({ state: "live", startedAt: conference.startedAt ?? act.at });
    case "pause":
      return change({ state: "paused" });
    case "end": {
      const { outcome, notMetBecause = null } = act;
      return change({ state: "ended", outcome, notMetBecause, endedAt: conference.endedAt ?? act.at });
    }
    case "attend":
      return { ...record, people: withPerson(people, act.personId, { attendance: act.attendance }) };
    case "leave":
      return { ...record, people: withPerson(people, act.personId, { leftAt: act.left ? act.at : null }) };
    case "come":
      return people.some(({ personId }) => personId === act.personId)
        ? record
        : { ...record, people: [...people, act.shown] };
    case "attempt": {
      const { at: madeAt, way, result } = act;
      const isNoted = record.attempts.some((one) => one.result === result && one.way === way);
      return isNoted ? record : { ...record, attempts: [...record.attempts, { madeAt, way, result }] };
    }
    default:
      return record;
  }
}

const withPerson = (people: RoomPerson[], personId: string, now: Partial<RoomPerson>) =>
  people.map((one) => (one.personId === personId ? { ...one, ...now } : one));

/** The goals as they look with an act done. */
export function withGoalAct(goals: StudentGoals, act: Act): StudentGoals {
  if (act.kind === "goal") {
    const isThere = goals.goals.some(({ id }) => id === act.goal.id);
    return isThere ? goals : { ...goals, goals: [...goals.goals, newGoal(act.goal)] };
  }
  if (act.kind !== "report") return goals;
  const lastGoals = goals.lastGoals.map((goal) => ({
    ...goal,
    promises: goal.promises.map((one) => (one.id === act.promiseId ? { ...one, kept: act.kept } : one)),
  }));
  return { ...goals, lastGoals };
}

const newGoal = ({
  id,
  seasonId,
  wording,
  category,
  measure,
  dueOn,
  language,
}: Extract<Act, { kind: "goal" }>["goal"]): Goal => ({
  ...{ id, seasonId, wording, category, measure, dueOn, language },
  ...{ state: "draft", outcome: null, outcomeNote: "", workSampleId: null, about: null },
  ...{ mayRevise: true, promises: [] },
});

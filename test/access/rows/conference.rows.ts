import { advisers, arrangers, everyone, guides, inspectingGuardians, staff, students } from "../groups.ts";
import type { Kind } from "../cast.ts";
import type { Row } from "../row.ts";

const onConference: Row["asks"] = (_, { conferenceId }) => ({ params: { conferenceId } });
const onLive: Row["asks"] = (_, { liveConferenceId }) => ({ params: { conferenceId: liveConferenceId } });
const withBody =
  (body: unknown): Row["asks"] =>
  (_, { conferenceId }) => ({ params: { conferenceId }, body });

/** Knows when and where: those who come, those who arrange, those who support her. */
const knowers: Kind[] = [
  ...students,
  ...inspectingGuardians,
  ...arrangers,
  "case manager",
  "counsellor",
  "district administrator with a reason",
  "mentor",
  "interpreter",
];

/** Times, places, who comes, and how the meeting goes. */
export const conferenceRows: Row[] = [
  { route: "GET /api/conferences", may: everyone },
  {
    route: "POST /api/conferences",
    may: arrangers,
    asks: ({ school, guardian }, { studentId }) => ({
      // Tonight's joint conference must not be in the way: here the mother's household meets apart.
      body: {
        studentId,
        seasonId: school.seasonId,
        startsAt: "2026-11-19T17:40",
        minutes: 30,
        mode: "in-person",
        place: "Room 214",
        link: "",
        householdKey: guardian.householdId,
        participants: [],
      },
    }),
  },
  { route: "GET /api/conferences/:conferenceId", may: knowers, asks: onConference },
  {
    route: "PATCH /api/conferences/:conferenceId",
    may: arrangers,
    asks: withBody({ field: "link", base: "", value: "https://video.example/room" }),
  },
  {
    route: "PUT /api/conferences/:conferenceId/participants/:personId",
    may: arrangers,
    asks: ({ guardian }, { conferenceId }) => ({
      params: { conferenceId, personId: guardian.personId },
      body: { part: "guardian", expected: "remote" },
    }),
  },
  {
    route: "DELETE /api/conferences/:conferenceId/participants/:personId",
    may: arrangers,
    asks: ({ mentor }, { conferenceId }) => ({ params: { conferenceId, personId: mentor.personId } }),
  },
  { route: "POST /api/conferences/:conferenceId/start", may: advisers, asks: onConference },
  { route: "POST /api/conferences/:conferenceId/pause", may: advisers, asks: onLive },
  {
    route: "POST /api/conferences/:conferenceId/end",
    may: advisers,
    asks: (_, { liveConferenceId }) => ({
      params: { conferenceId: liveConferenceId },
      body: { outcome: "held" },
    }),
  },
  { route: "POST /api/conferences/:conferenceId/cancel", may: arrangers, asks: onConference },
  {
    route: "POST /api/conferences/:conferenceId/contact-attempts",
    may: arrangers,
    asks: withBody({ way: "phone", result: "No answer" }),
  },
  { route: "POST /api/conferences/:conferenceId/notices", may: arrangers, asks: onConference },
  {
    route: "POST /api/conferences/:conferenceId/follow-up",
    may: arrangers,
    asks: (_, { calledOffConferenceId }) => ({
      params: { conferenceId: calledOffConferenceId },
      body: { startsAt: "2026-11-19T17:40" },
    }),
  },
  { route: "GET /api/conferences/:conferenceId/calendar", may: knowers, asks: onConference },
  {
    route: "GET /api/evenings/:day",
    may: staff,
    asks: () => ({ params: { day: "2026-11-12" } }),
    shows: { text: "Secret of tonight’s place", to: arrangers },
  },
  {
    route: "GET /api/conferences/:conferenceId/readiness",
    may: [...students, ...guides],
    asks: onConference,
  },
];

/** The school, its people and their results. */
export const peopleRows: Row[] = [
  { route: "GET /api/schools/mine", may: everyone },
  { route: "GET /api/advisory", may: staff },
  {
    route: "GET /api/students/:studentId",
    may: [
      ...knowers.filter((kind) => kind !== "mentor" && kind !== "interpreter"),
      "subject teacher",
      "restricted contact",
      "guardian of an 18-year-old",
    ],
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "GET /api/students/:studentId/people",
    may: arrangers,
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
];

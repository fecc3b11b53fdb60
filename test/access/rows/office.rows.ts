import type { Kind } from "../cast.ts";
import { administrators } from "../groups.ts";
import type { Row } from "../row.ts";

const districtAdministrators: Kind[] = ["district administrator", "district administrator with a reason"];
/** The office and the administrators of her school. */
const keepers: Kind[] = ["office", "school administrator"];
const readers: Kind[] = [...keepers, ...districtAdministrators];
/** Anybody with such a role, each in her own district. */
const listers: Kind[] = ["office", ...administrators];
const employers: Kind[] = ["school administrator", ...districtAdministrators];

const onStudent =
  (body?: unknown): Row["asks"] =>
  (_, { studentId }) => ({ params: { studentId }, ...(body === undefined ? {} : { body }) });

const newcomer = { givenName: "Amal", familyName: "Haddad", language: "ar", email: null, phone: null };

/** Students, and who answers for them. */
const studentRows: Row[] = [
  { route: "GET /api/students", may: listers, shows: { text: "Navarro", to: readers } },
  {
    route: "POST /api/students",
    may: keepers,
    asks: ({ school }) => ({
      body: {
        ...{ schoolId: school.schoolId, givenName: "Amal", familyName: "Haddad", language: "ar" },
        ...{ studentNumber: "999001", grade: 9, cohortYear: 2030, bornOn: "2011-05-02" },
        signIn: { username: "amal.haddad", password: "fig tree river" },
      },
    }),
  },
  { route: "GET /api/students/:studentId/file", may: readers, asks: onStudent() },
  {
    route: "PATCH /api/students/:studentId/person",
    may: keepers,
    asks: onStudent({ field: "phone", base: null, value: "(555) 555-0177" }),
  },
  {
    route: "PATCH /api/students/:studentId/enrolment",
    may: keepers,
    asks: onStudent({ field: "leftOn", base: null, value: "2026-11-20" }),
  },
  {
    route: "PUT /api/students/:studentId/advisory",
    may: keepers,
    asks: (_, { studentId, advisoryId }) => ({
      params: { studentId },
      body: { advisoryId, fromOn: "2026-11-16" },
    }),
  },
  {
    route: "PUT /api/students/:studentId/sign-in",
    may: keepers,
    asks: onStudent({ username: "new.name", password: "fig tree river" }),
  },
  {
    route: "POST /api/students/:studentId/guardians",
    may: keepers,
    asks: onStudent({
      ...{ person: newcomer, relationship: "aunt", householdName: "Haddad household", livesWith: false },
      ...{ mayInspectRecords: true, mayAttend: true, mayBeContacted: true, courtDocument: null },
    }),
  },
  {
    route: "PATCH /api/students/:studentId/guardians/:guardianId",
    may: keepers,
    asks: ({ guardian }, { studentId }) => ({
      params: { studentId, guardianId: guardian.personId },
      body: { field: "mayAttend", base: true, value: false, courtDocument: "Order 24-117" },
    }),
  },
  {
    route: "POST /api/students/:studentId/guardians/:guardianId/household",
    may: keepers,
    asks: ({ guardian }, { studentId }) => ({
      params: { studentId, guardianId: guardian.personId },
      body: { name: "Duarte household" },
    }),
  },
  {
    route: "PATCH /api/households/:householdId",
    may: keepers,
    asks: ({ guardian }) => ({
      params: { householdId: guardian.householdId },
      body: { field: "name", base: "Rosa Duarte’s household", value: "Duarte household" },
    }),
  },
  {
    route: "PATCH /api/guardians/:guardianId",
    may: keepers,
    asks: ({ guardian }) => ({
      params: { guardianId: guardian.personId },
      body: { field: "phone", base: null, value: "(555) 555-0178" },
    }),
  },
  {
    route: "POST /api/guardians/:guardianId/invitation",
    may: keepers,
    asks: ({ guardian }) => ({ params: { guardianId: guardian.personId } }),
  },
  {
    route: "GET /api/known-people",
    may: [...keepers, "other district's administrator"],
    asks: () => ({ query: { search: "duarte" } }),
  },
];

/** Who is employed. */
const staffRows: Row[] = [
  {
    route: "GET /api/staff/changes",
    may: administrators,
    shows: { text: "counsellor", to: employers },
  },
  { route: "GET /api/staff", may: listers, shows: { text: "Okafor", to: readers } },
  {
    route: "POST /api/staff",
    may: employers,
    asks: ({ school }) => ({ body: { person: newcomer, role: "teacher", schoolId: school.schoolId } }),
  },
  {
    route: "PATCH /api/staff/:colleagueId",
    may: employers,
    asks: ({ adviser }) => ({
      params: { colleagueId: adviser.personId },
      body: { field: "phone", base: null, value: "(555) 555-0179" },
    }),
  },
  {
    route: "POST /api/staff/:colleagueId/roles",
    may: employers,
    asks: ({ adviser, school }) => ({
      params: { colleagueId: adviser.personId },
      body: { role: "counsellor", schoolId: school.schoolId },
    }),
  },
  {
    route: "PATCH /api/staff/:colleagueId/roles/:roleId",
    may: employers,
    asks: ({ adviser }, { roleId }) => ({
      params: { colleagueId: adviser.personId, roleId },
      body: { field: "untilOn", base: null, value: "2027-06-11" },
    }),
  },
  {
    route: "POST /api/staff/:colleagueId/invitation",
    may: employers,
    asks: ({ adviser }) => ({ params: { colleagueId: adviser.personId } }),
  },
];

const onInterpreter =
  (body?: unknown): Row["asks"] =>
  ({ interpreter }) => ({
    params: { interpreterId: interpreter.personId },
    ...(body === undefined ? {} : { body }),
  });

/** Each in her own district. */
const districtKeepers: Kind[] = [...keepers, "other district's administrator"];

/** Who interprets, and for whom they are needed. */
const interpreterRows: Row[] = [
  { route: "GET /api/interpreters", may: listers, shows: { text: "Ferrer", to: readers } },
  {
    route: "GET /api/language-needs",
    may: districtKeepers,
    shows: { text: "Secret of the mother’s wish", to: keepers },
  },
  {
    route: "POST /api/interpreters",
    may: districtKeepers,
    asks: () => ({ body: { person: newcomer, languages: ["ar"] } }),
  },
  {
    route: "PATCH /api/interpreters/:interpreterId",
    may: keepers,
    asks: onInterpreter({ field: "phone", base: null, value: "(555) 555-0180" }),
  },
  {
    route: "PATCH /api/interpreters/:interpreterId/languages",
    may: keepers,
    asks: onInterpreter({ field: "languages", base: ["es"], value: ["es", "pt"] }),
  },
  {
    route: "POST /api/interpreters/:interpreterId/invitation",
    may: keepers,
    asks: onInterpreter(),
  },
];

const onAdvisory =
  (body?: unknown): Row["asks"] =>
  (_, { advisoryId }) => ({ params: { advisoryId }, ...(body === undefined ? {} : { body }) });

/** Advisories, as the office forms them. */
const advisoryRows: Row[] = [
  { route: "GET /api/advisories", may: listers, shows: { text: "Okafor’s advisory", to: readers } },
  {
    route: "POST /api/advisories",
    may: keepers,
    asks: ({ school }) => ({
      body: { schoolYearId: school.schoolYearId, name: "Advisory 301", room: "301" },
    }),
  },
  { route: "GET /api/advisories/:advisoryId", may: readers, asks: onAdvisory() },
  {
    route: "PATCH /api/advisories/:advisoryId",
    may: keepers,
    asks: onAdvisory({ field: "room", base: "214", value: "215" }),
  },
  {
    route: "POST /api/advisories/:advisoryId/advisers",
    may: keepers,
    asks: ({ adviser }, { advisoryId }) => ({
      params: { advisoryId },
      body: { personId: adviser.personId, part: "co-adviser", fromOn: "2026-11-16", untilOn: null },
    }),
  },
  {
    route: "PATCH /api/advisories/:advisoryId/advisers/:personId",
    may: keepers,
    asks: ({ adviser }, { advisoryId }) => ({
      params: { advisoryId, personId: adviser.personId },
      body: { part: "adviser", fromOn: "2026-08-24", base: null, value: "2026-12-18" },
    }),
  },
];

/** Schools and their years. */
const schoolRows: Row[] = [
  { route: "GET /api/schools", may: listers, shows: { text: "Calder Bay School", to: readers } },
  {
    route: "POST /api/schools",
    may: [...districtAdministrators, "other district's administrator"],
    asks: () => ({ body: { name: "Point Reyes School", code: "PRS", timeZone: "America/Los_Angeles" } }),
  },
  {
    route: "GET /api/schools/:schoolId/checklist",
    may: readers,
    asks: ({ school }) => ({ params: { schoolId: school.schoolId } }),
  },
  {
    route: "PATCH /api/schools/:schoolId",
    may: employers,
    asks: ({ school }) => ({
      params: { schoolId: school.schoolId },
      body: { field: "phone", base: null, value: "(555) 555-0142" },
    }),
  },
  {
    route: "POST /api/schools/:schoolId/years",
    may: employers,
    asks: ({ school }) => ({
      params: { schoolId: school.schoolId },
      body: { name: "2027–28", startsOn: "2027-08-23", endsOn: "2028-06-09" },
    }),
  },
  {
    route: "GET /api/schools/:schoolId/graduation-plans",
    may: employers,
    asks: ({ school }) => ({ params: { schoolId: school.schoolId } }),
  },
  {
    route: "PATCH /api/schools/:schoolId/graduation-plans",
    may: employers,
    asks: ({ school }) => ({
      params: { schoolId: school.schoolId },
      body: { fromCohortYear: 2030, base: null, value: "diploma-240" },
    }),
  },
  {
    route: "PATCH /api/school-years/:schoolYearId",
    may: employers,
    asks: ({ school }) => ({
      params: { schoolYearId: school.schoolYearId },
      body: { field: "endsOn", base: "2027-06-11", value: "2027-06-14" },
    }),
  },
];

export const officeRows: Row[] = [
  ...studentRows,
  ...staffRows,
  ...interpreterRows,
  ...advisoryRows,
  ...schoolRows,
];

import { everyone } from "../groups.ts";
import { kinds } from "../cast.ts";
import type { Row } from "../row.ts";

export const signInRows: Row[] = [
  { route: "GET /api/health", may: kinds },
  { route: "GET /api/ready", may: kinds },
  { route: "GET /api/session", may: kinds },
  { route: "GET /api/sign-in/choices", may: kinds },
  { route: "POST /api/sign-in/link", may: kinds, asks: () => ({ body: { email: "somebody@example.org" } }) },
  { route: "POST /api/sign-out", may: kinds },
  { route: "GET /api/session/draft-key", may: everyone },
  { route: "PUT /api/session/language", may: everyone, asks: () => ({ body: { language: "es" } }) },
];

/** Open to nobody with these values: what they need (a password, a link, a demo) is tested in test/sign-in. */
export const closedRows: Row[] = [
  {
    route: "POST /api/sign-in/password",
    may: [],
    asks: () => ({ body: { schoolId: null, name: "nobody", password: "wrong" } }),
  },
  {
    route: "POST /api/sign-in/link/open",
    may: [],
    asks: () => ({ body: { token: "a-token-that-was-never-made" } }),
  },
  {
    route: "POST /api/sign-in/mentor/code",
    may: [],
    asks: () => ({ body: { token: "a-token-that-was-never-made" } }),
  },
  {
    route: "POST /api/sign-in/mentor/open",
    may: [],
    asks: () => ({ body: { token: "a-token-that-was-never-made", code: "123456" } }),
  },
  { route: "POST /api/sign-in/demo", may: [], asks: () => ({ body: { key: "itzel" } }) },
  {
    route: "POST /api/set-up",
    may: [],
    asks: () => ({
      body: {
        token: "a-token-that-was-never-made",
        districtName: "Elsewhere",
        schoolName: "Elsewhere High",
        schoolCode: "ELSE",
        timeZone: "America/Chicago",
        givenName: "Mallory",
        familyName: "Quist",
        email: "mallory@example.org",
        password: "twelve letters",
      },
    }),
  },
];

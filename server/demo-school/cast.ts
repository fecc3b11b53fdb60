import type { CastMember, Kinship } from "./cast-member.ts";
import { classmateKinships, classmates } from "./classmates.ts";

const staff = (given: string, family: string, salutation: string, more: Partial<CastMember> = {}) =>
  ({
    name: [given, family],
    as: "staff",
    salutation,
    roles: ["teacher"],
    email: `${given}.${family}@calderbay.example`.toLowerCase(),
    ...more,
  }) as const satisfies CastMember;

const student = (
  name: CastMember["name"],
  grade: number,
  age: CastMember["age"] & object,
  more: Partial<CastMember> = {},
) => ({ name, as: "student", grade, age, ...more }) as const satisfies CastMember;

const guardian = (name: CastMember["name"], more: Partial<CastMember> = {}) =>
  ({ name, as: "guardian", ...more }) as const satisfies CastMember;

/** Everybody at Calder Bay School whom one can meet. */
export const cast = {
  okafor: staff("Daniel", "Okafor", "Mr.", { advises: true, username: "daniel.okafor" }),
  lindgren: staff("Annika", "Lindgren", "Ms.", { advises: true }),
  sato: staff("Haruka", "Sato", "Ms.", { advises: true, atMiddleSchool: true }),
  adeyemi: staff("Folasade", "Adeyemi", "Ms."),
  whitfield: staff("Joanna", "Whitfield", "Ms.", { roles: ["counsellor"] }),
  pena: staff("Marisol", "Peña", "Ms.", { roles: ["office"], email: "office@calderbay.example" }),
  eze: staff("Ngozi", "Eze", "Dr.", { roles: ["school-administrator"] }),

  itzel: student(["Itzel", "Navarro Duarte"], 10, [15, 210], { username: "itzel.navarro" }),
  kofi: student(["Kofi", "Mensah-Boateng"], 10, [15, 300]),
  minh: student(["Minh Anh", "Trần"], 10, [15, 40], { ownScriptName: "Trần Minh Anh" }),
  wren: student(["Wren", "Castellano-McAllister"], 10, [16, 12]),
  theo: student(["Theo", "Baptiste-Laurent"], 10, [15, 120]),
  layla: student(["Layla", "Haddad"], 10, [15, 250], { ownScriptName: "ليلى حداد" }),
  noor: student(["Noor", "Hassan Abdi"], 12, [18, 25]),
  emiliano: student(["Emiliano", "Navarro Duarte"], 7, [12, 80], { atMiddleSchool: true }),

  rosa: guardian(["Rosa", "Duarte"], { language: "es", email: "rosa.duarte@mail.example" }),
  hector: guardian(["Héctor", "Navarro"], { language: "es", email: "hector.navarro@mail.example" }),
  abena: guardian(["Abena", "Mensah"], { email: "abena.mensah@mail.example" }),
  hoa: guardian(["Hoa", "Lê"], { ownScriptName: "Lê Thị Hoa", email: "hoa.le@mail.example" }),
  fiona: guardian(["Fiona", "McAllister"], { email: "fiona.mcallister@mail.example" }),
  dale: guardian(["Dale", "Castellano"], { email: "dale.castellano@mail.example" }),
  solange: guardian(["Solange", "Baptiste"], { phone: "(555) 555-0177" }),
  karim: guardian(["Karim", "Haddad"], { ownScriptName: "كريم حداد", email: "karim.haddad@mail.example" }),
  amina: guardian(["Amina", "Hassan"], { email: "amina.hassan@mail.example" }),
  yusuf: guardian(["Yusuf", "Abdi"], { email: "yusuf.abdi@mail.example" }),

  imani: { name: ["Imani", "Brooks"], as: "mentor", email: "imani.brooks@calderlab.example" },
  lucia: { name: ["Lucía", "Ferrer"], as: "interpreter", language: "es", email: "l.ferrer@district.example" },
  samira: { name: ["Samira", "Nasser"], as: "interpreter", email: "s.nasser@district.example" },

  ...classmates,
} as const satisfies Record<string, CastMember>;

export type CastKey = keyof typeof cast;

/** Who answers for whom. Each guardian has a home of their own, unless they share one (`home`). */
export const kinships: readonly Kinship<CastKey>[] = [
  { student: "itzel", guardian: "rosa", relationship: "mother" },
  { student: "itzel", guardian: "hector", relationship: "father", livesWith: false },
  { student: "emiliano", guardian: "rosa", relationship: "mother" },
  { student: "emiliano", guardian: "hector", relationship: "father", livesWith: false },
  { student: "kofi", guardian: "abena", relationship: "mother" },
  { student: "minh", guardian: "hoa", relationship: "mother" },
  { student: "wren", guardian: "fiona", relationship: "mother" },
  {
    student: "wren",
    guardian: "dale",
    relationship: "father",
    livesWith: false,
    mayAttend: false,
    mayBeContacted: false,
    courtDocument: "Family court order, on file in the office: no contact with the child or the mother.",
  },
  { student: "theo", guardian: "solange", relationship: "mother" },
  { student: "layla", guardian: "karim", relationship: "father" },
  { student: "noor", guardian: "amina", relationship: "aunt" },
  { student: "noor", guardian: "yusuf", relationship: "uncle" },
  ...classmateKinships,
];

/** Whom one may look around as, in this order. */
export const demoPeople = ["itzel", "okafor", "rosa", "imani", "eze", "noor"] as const satisfies CastKey[];

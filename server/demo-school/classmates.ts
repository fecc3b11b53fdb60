import type { CastMember, Kinship } from "./cast-member.ts";

const student = (
  name: CastMember["name"],
  grade: number,
  age: CastMember["age"] & object,
  ownScriptName?: string,
) => ({ name, as: "student", grade, age, ...(ownScriptName && { ownScriptName }) }) as const;

const guardian = (name: CastMember["name"], more: Partial<CastMember> = {}) =>
  ({ name, as: "guardian", ...more }) as const satisfies CastMember;

/** The rest of both advisories and their families; the six whose story is told in full stand in cast.ts. */
export const classmates = {
  priya: student(["Priya", "Raghunathan"], 10, [15, 190]),
  tomasz: student(["Tomasz", "Wiśniewski"], 10, [15, 15]),
  deshawn: student(["DeShawn", "Pettigrew"], 10, [16, 40]),
  mele: student(["Mele", "Fifita"], 10, [15, 270]),
  sofia: student(["Sofía Belén", "Quiroga"], 10, [15, 95]),
  jonas: student(["Jonas", "Achterberg"], 10, [15, 333]),

  caleb: student(["Caleb", "Yellowhorse"], 12, [17, 200]),
  truc: student(["Thanh Trúc", "Bùi"], 12, [17, 260], "Bùi Thanh Trúc"),
  seun: student(["Oluwaseun", "Adebayo-Klein"], 12, [17, 110]),
  ximena: student(["Ximena", "Robledo Cruz"], 12, [17, 300]),
  oleksandr: student(["Oleksandr", "Petrenko"], 12, [17, 45], "Олександр Петренко"),
  harper: student(["Harper", "Doyle"], 12, [17, 150]),
  yasmin: student(["Yasmin", "El-Khoury"], 12, [17, 80], "ياسمين الخوري"),
  maximiliana: student(["Maximiliana Esperanza", "Featherstonehaugh-Villanueva"], 12, [17, 220]),
  kai: student(["Kai", "Nakamura-Stone"], 12, [17, 340]),
  beatriz: student(["Beatriz", "Tavares"], 12, [17, 10]),

  lakshmi: guardian(["Lakshmi", "Raghunathan"], { email: "lakshmi.r@mail.example" }),
  suresh: guardian(["Suresh", "Raghunathan"], { email: "suresh.r@mail.example", home: "lakshmi" }),
  agnieszka: guardian(["Agnieszka", "Wiśniewska"], { email: "a.wisniewska@mail.example" }),
  earline: guardian(["Earline", "Pettigrew"], { phone: "(555) 555-0119" }),
  ana: guardian(["ʻAna", "Fifita"], { email: "ana.fifita@mail.example" }),
  ramiro: guardian(["Ramiro", "Quiroga"], { language: "es", email: "ramiro.quiroga@mail.example" }),
  pieter: guardian(["Pieter", "Achterberg"], { email: "pieter.achterberg@mail.example" }),
  marc: guardian(["Marc", "Delacroix"], { email: "marc.delacroix@mail.example", home: "pieter" }),

  dana: guardian(["Dana", "Yellowhorse"], { email: "dana.yellowhorse@mail.example" }),
  mai: guardian(["Mai", "Phạm"], { ownScriptName: "Phạm Thị Mai", email: "mai.pham@mail.example" }),
  ruth: guardian(["Ruth", "Klein"], { email: "ruth.klein@mail.example" }),
  tunde: guardian(["Tunde", "Adebayo"], { email: "tunde.adebayo@mail.example" }),
  patricia: guardian(["Patricia", "Cruz"], { language: "es", email: "patricia.cruz@mail.example" }),
  oksana: guardian(["Oksana", "Petrenko"], {
    ownScriptName: "Оксана Петренко",
    email: "oksana.petrenko@mail.example",
  }),
  joann: guardian(["Jo-Ann", "Sutter"], { email: "joann.sutter@mail.example" }),
  rima: guardian(["Rima", "El-Khoury"], {
    ownScriptName: "ريما الخوري",
    email: "rima.elkhoury@mail.example",
  }),
  consuelo: guardian(["Consuelo", "Villanueva"], { language: "es", phone: "(555) 555-0163" }),
  leilani: guardian(["Leilani", "Stone"], { email: "leilani.stone@mail.example" }),
  joao: guardian(["João", "Tavares"], { email: "joao.tavares@mail.example" }),
} as const;

type ClassmateKey = keyof typeof classmates;

/** Who answers for whom among them. */
export const classmateKinships: readonly Kinship<ClassmateKey>[] = [
  { student: "priya", guardian: "lakshmi", relationship: "mother" },
  { student: "priya", guardian: "suresh", relationship: "father" },
  { student: "tomasz", guardian: "agnieszka", relationship: "mother" },
  { student: "deshawn", guardian: "earline", relationship: "grandmother" },
  { student: "mele", guardian: "ana", relationship: "mother" },
  { student: "sofia", guardian: "ramiro", relationship: "father" },
  { student: "jonas", guardian: "pieter", relationship: "father" },
  { student: "jonas", guardian: "marc", relationship: "father" },
  { student: "caleb", guardian: "dana", relationship: "mother" },
  { student: "truc", guardian: "mai", relationship: "mother" },
  { student: "seun", guardian: "ruth", relationship: "mother" },
  { student: "seun", guardian: "tunde", relationship: "father" },
  { student: "ximena", guardian: "patricia", relationship: "mother" },
  { student: "oleksandr", guardian: "oksana", relationship: "mother" },
  { student: "harper", guardian: "joann", relationship: "foster mother" },
  { student: "yasmin", guardian: "rima", relationship: "mother" },
  { student: "maximiliana", guardian: "consuelo", relationship: "grandmother" },
  { student: "kai", guardian: "leilani", relationship: "mother" },
  { student: "beatriz", guardian: "joao", relationship: "father" },
];

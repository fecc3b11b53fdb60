import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";

interface Around {
  readonly db: Db;
  readonly files: Storage;
  readonly signer: RecordSigner;
  readonly now: Date;
  readonly baseUrl: string;
}

/** What to tell whoever starts a demo. The password is known once, when the school is made. */
export async function openDemo({ baseUrl, ...around }: Around): Promise<string | null> {
  const district = await around.db.selectFrom("district").select("isDemo").limit(1).executeTakeFirst();
  if (district) return district.isDemo ? sayWelcome(baseUrl) : null;
  console.log("An empty database: making the demo school …");
  // All that draws its files is loaded for this alone: a school that is there starts a second sooner.
  const { createDemoSchool } = await import("./create-demo-school.ts");
  // The visitor's own clock, so that tonight is tonight.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return sayWelcome(baseUrl, await createDemoSchool({ ...around, zone }));
}

const sayWelcome = (baseUrl: string, password?: string): string => `
Lectern is at ${baseUrl}

Calder Bay is a demo school; everybody there is invented. Open the address and choose whom to be:
  Itzel Navarro Duarte, student   finish the reflection on the creek, then see her portfolio and rehearse
  Daniel Okafor, adviser          Kofi is presenting now: open the room. Wren’s record waits to be finished
  Rosa Duarte, mother             in Spanish, best in a narrow window; write Itzel a note
  Imani Brooks, Ngozi Eze, Noor Hassan Abdi    a mentor, the administrator, a student of eighteen
${password ? `By hand: itzel.navarro or daniel.okafor with the password ${password} (shown this once).\n` : ""}
Mail is not sent but kept. Ctrl-C stops; npm run demo:reset begins the story anew, from today.
`;

import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import type { KeptPart, KeptVersion } from "./chain.ts";

const atOnce = 200;

interface Row {
  districtId: string;
  studentId: string;
  versions: (Omit<
    KeptVersion,
    "sealedAt" | "digest" | "previousDigest" | "signature" | "erasedAt" | "parts"
  > & {
    sealedAt: string;
    erasedAt: string | null;
    digest: string;
    previousDigest: string | null;
    signature: string | null;
    parts: { part: string; canonical: string | null; salt: string | null; digest: string }[];
  })[];
}

/** Every student's kept versions in the order they were sealed, some hundred students at a time. */
export async function* readChains(db: Db): AsyncGenerator<KeptVersion[]> {
  let after = {
    districtId: "00000000-0000-0000-0000-000000000000",
    studentId: "00000000-0000-0000-0000-000000000000",
  };
  for (;;) {
    const rows = await readSome(db, after);
    for (const { versions } of rows) yield versions.map(asKept);
    const last = rows.at(-1);
    if (!last) return;
    after = last;
  }
}

/** JSON carries bytes as hexadecimal. */
async function readSome(db: Db, after: { districtId: string; studentId: string }): Promise<Row[]> {
  const { rows } = await sql<Row>`with batch as (
      select distinct district_id, student_id from conference_record
      where number is not null and (district_id, student_id) > (${after.districtId}::uuid, ${after.studentId}::uuid)
      order by district_id, student_id limit ${atOnce})
    select batch.district_id, batch.student_id, coalesce(jsonb_agg(jsonb_build_object(
        'recordId', v.record_id, 'number', r.number, 'version', v.version, 'sealedAt', v.sealed_at,
        'digest', encode(v.digest, 'hex'), 'previousDigest', encode(v.previous_digest, 'hex'),
        'signature', encode(v.signature, 'hex'), 'erasedAt', v.erased_at,
        'parts', (select coalesce(jsonb_agg(jsonb_build_object('part', p.part, 'canonical', p.canonical,
            'salt', encode(p.salt, 'hex'), 'digest', encode(p.digest, 'hex'))), '[]')
          from record_part p where p.district_id = v.district_id and p.record_id = v.record_id and p.version = v.version)
      ) order by v.sealed_at, v.record_id, v.version) filter (where v.record_id is not null), '[]') as versions
    from batch
    join conference_record r on r.district_id = batch.district_id and r.student_id = batch.student_id
    left join record_version v on v.district_id = r.district_id and v.record_id = r.id
    group by batch.district_id, batch.student_id order by batch.district_id, batch.student_id`.execute(db);
  return rows;
}

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
const maybe = (hex: string | null): Buffer | null => (hex === null ? null : bytes(hex));

const asKept = ({ parts, ...version }: Row["versions"][number]): KeptVersion => ({
  ...version,
  sealedAt: new Date(version.sealedAt),
  erasedAt: version.erasedAt === null ? null : new Date(version.erasedAt),
  digest: bytes(version.digest),
  previousDigest: maybe(version.previousDigest),
  signature: maybe(version.signature),
  parts: parts.map(({ salt, digest, ...part }): KeptPart => ({
    ...part,
    salt: maybe(salt),
    digest: bytes(digest),
  })),
});

import type { Asked } from "./ask.ts";

/** A JSON schema as the API describes itself, as far as attacks on it need to know. */
export interface Schema {
  type?: string | string[];
  format?: string;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
}

/** One hostile variation of a good request. */
export interface Attack {
  readonly name: string;
  readonly asked: Asked;
  /** True where no reading of the schema lets it pass. */
  readonly mustFail: boolean;
}

const stranger = "0190f5a2-7c3e-7b1a-9d55-3f2b8c6e1a04";

/** Text that has broken real systems: PostgreSQL cannot keep the first, UTF-8 cannot carry the second. */
const unstorable = ["a\u0000b", "a\ud800b"];
const difficult = [
  "\u202eevitan",
  "👩‍👩‍👧‍👦 Ω̲̈ ﷽",
  "'; drop table goal; --",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "\ufeff",
  "ا‎لعربية 123",
  "${7*7}{{7*7}}",
  " ".repeat(50),
];

/** Every hostile variation of a good request's body. */
export function attacksOnBody(good: Asked, schema: Schema): Attack[] {
  const body = good.body;
  const whole = [null, [], "text", 7, true].map((value) =>
    attack(`body is ${JSON.stringify(value)}`, { ...good, body: value }, !accepts(schema, value)),
  );
  if (typeof body !== "object" || body === null) return whole;
  return [
    ...whole,
    attack("unknown field", { ...good, body: { ...body, stowaway: 1 } }, schema.properties !== undefined),
    ...attacksOnFields(good, body as Record<string, unknown>, schema, []),
  ];
}

function attacksOnFields(
  good: Asked,
  object: Record<string, unknown>,
  schema: Schema,
  path: string[],
): Attack[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const at = [...path, key];
    const put = (value: unknown): Asked => ({ ...good, body: replaced(good.body, at, value) });
    const missing = attack(
      `${at.join(".")} is missing`,
      { ...good, body: replaced(good.body, at, undefined) },
      schema.required?.includes(key) ?? false,
    );
    const deeper = isObject(object[key]) ? attacksOnFields(good, object[key], inner, at) : [];
    const inside = Array.isArray(object[key]) ? attacksOnFirst(good, object[key], inner, at) : [];
    return [missing, ...attacksOnValue(at.join("."), inner, put), ...deeper, ...inside];
  });
}

/** The first thing of a list stands for all of them. */
function attacksOnFirst(good: Asked, [first]: unknown[], schema: Schema, path: string[]): Attack[] {
  if (!isObject(first) || schema.items === undefined) return [];
  return attacksOnFields(good, first, schema.items, [...path, "0"]);
}

function attacksOnValue(name: string, schema: Schema, put: (value: unknown) => Asked): Attack[] {
  const wrong = [7, true, null, [], {}, "text", -1, 1.5, 2 ** 53, 1e300].map((value) =>
    attack(`${name} is ${JSON.stringify(value)}`, put(value), !accepts(schema, value)),
  );
  if (!admits(schema, "string")) return wrong;
  const long = "x".repeat((longest(schema) ?? 200_000) + 1);
  const texts = [...difficult, ...["2026-02-30", "0000-00-00", "9999-99-99", "-infinity", ""]].map((value) =>
    attack(`${name} is ${JSON.stringify(value.slice(0, 20))}`, put(value), false),
  );
  return [
    ...wrong,
    attack(`${name} is too long`, put(long), longest(schema) !== undefined),
    ...unstorable.map((value) => attack(`${name} is ${JSON.stringify(value)}`, put(value), true)),
    ...texts,
    ...(hasFormat(schema, "uuid") ? [attack(`${name} is a stranger's id`, put(stranger), false)] : []),
  ];
}

/** Every hostile variation of the ids in a path; `foreign` are ids of another student or district. */
export function attacksOnPath(good: Asked, route: string, foreign: string[], makesUp?: string): Attack[] {
  const pattern = route.split(" ")[1]?.split("/") ?? [];
  const [path = "", query] = good.url.split("?");
  const parts = path.split("/");
  return pattern.flatMap((part, index) => {
    if (!part.startsWith(":")) return [];
    const put = (value: string): Asked => ({
      ...good,
      url:
        [...parts.slice(0, index), value, ...parts.slice(index + 1)].join("/") + (query ? `?${query}` : ""),
    });
    const ids = [stranger, ...foreign].map((id) =>
      attack(
        `${part} is somebody else's ${id.slice(-4)}`,
        put(id),
        part.endsWith("Id") && part !== `:${makesUp}`,
      ),
    );
    const garbage = ["not-an-id", "x".repeat(5_000), "%00", "..%2f..%2f", "%F0%9F%92%A9", "-1"].map((text) =>
      attack(`${part} is ${text.slice(0, 12)}`, put(text), true),
    );
    return [...ids, ...garbage];
  });
}

const attack = (name: string, asked: Asked, mustFail: boolean): Attack => ({ name, asked, mustFail });
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const branches = (schema: Schema): Schema[] => schema.anyOf?.flatMap(branches) ?? [schema];
const admits = (schema: Schema, type: string): boolean =>
  branches(schema).some((each) => each.type === undefined || [each.type].flat().includes(type));
const hasFormat = (schema: Schema, format: string): boolean =>
  branches(schema).some((each) => each.format === format);
const longest = (schema: Schema): number | undefined => {
  const lengths = branches(schema)
    .filter((each) => admits(each, "string"))
    .map((each) => each.maxLength ?? Infinity);
  const most = Math.max(...lengths);
  return Number.isFinite(most) ? most : undefined;
};

/** Whether some branch of the schema has room for a value of this type (its finer rules aside). */
function accepts(schema: Schema, value: unknown): boolean {
  if (value === null) return admits(schema, "null");
  if (Array.isArray(value)) return admits(schema, "array");
  if (typeof value === "number")
    return admits(schema, "number") || (admits(schema, "integer") && Number.isInteger(value));
  return admits(schema, typeof value === "object" ? "object" : typeof value);
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, by));
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}

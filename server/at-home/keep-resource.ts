import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import type { NewResource } from "./at-home.contract.ts";
import { listResources, mostResources } from "./resource.queries.ts";

/** Keeps a resource; the same title again replaces what was kept of it. Throws 409 `enough-resources` at two hundred. */
export async function keepResource(tx: Tx, actor: Actor, resource: NewResource): Promise<string> {
  const { districtId, personId, now: keptAt } = actor;
  const { title, about, address, language } = resource;
  const words = { about: about.trim(), address: address.trim() };
  const kept = await listResources(tx, actor);
  const isKnown = kept.some((one) => one.title === title.trim() && one.language === language);
  if (!isKnown && kept.length >= mostResources) throw new Refused("enough-resources");
  const { id } = await tx
    .insertInto("resource")
    .values({ districtId, id: uuidv7(), personId, title: title.trim(), ...words, language, keptAt })
    .onConflict((conflict) => conflict.constraint("resource_kept_once").doUpdateSet({ ...words, keptAt }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

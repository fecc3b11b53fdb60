import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { changePerson } from "#server/people/change-person.ts";
import { PersonChange } from "#server/people/person.contract.ts";
import { addInterpreter } from "./add-interpreter.ts";
import { changeLanguages } from "./change-languages.ts";
import { interpreterKeptBy } from "./interpreter.access.ts";
import {
  InterpreterList,
  InterpreterParams,
  LanguageNeeds,
  LanguagesChange,
  NeedsQuery,
  NewInterpreter,
} from "./interpreter.contract.ts";
import { inviteInterpreter } from "./invite-interpreter.ts";
import { listInterpreters } from "./list-interpreters.ts";
import { listLanguageNeeds } from "./list-language-needs.ts";

const NoBody = Type.Optional(Type.Null());

/** Who interprets, into which languages, when, and for which families. */
export const interpreterRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/interpreters",
    { config: { access: "people.read" }, schema: { response: { 200: InterpreterList } } },
    async ({ actor }) => await listInterpreters(db, actor),
  );

  app.get(
    "/language-needs",
    {
      config: { access: "people.keep" },
      schema: { querystring: NeedsQuery, response: { 200: LanguageNeeds } },
    },
    async ({ actor, query }) => await listLanguageNeeds(db, actor, query),
  );

  app.post(
    "/interpreters",
    { config: { access: "people.keep" }, schema: { body: NewInterpreter, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => addInterpreter(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.patch(
    "/interpreters/:interpreterId",
    {
      config: { access: "interpreter.keep" },
      schema: { params: InterpreterParams, body: PersonChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      const rule = interpreterKeptBy(actor);
      const held = { personId: params.interpreterId, rule, kind: "interpreter", studentIds: [] } as const;
      await db.transaction().execute((tx) => changePerson(tx, actor, held, body));
      return reply.code(204).send(null);
    },
  );

  app.patch(
    "/interpreters/:interpreterId/languages",
    {
      config: { access: "interpreter.languages" },
      schema: { params: InterpreterParams, body: LanguagesChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeLanguages(tx, actor, params.interpreterId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/interpreters/:interpreterId/invitation",
    {
      config: { access: "interpreter.keep" },
      schema: { params: InterpreterParams, body: NoBody, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => inviteInterpreter(tx, actor, params.interpreterId));
      return reply.code(204).send(null);
    },
  );
};

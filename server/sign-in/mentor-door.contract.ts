import { Type, type Static } from "typebox";
import { Body } from "#server/http/shapes.contract.ts";

const token = Type.String({ minLength: 20, maxLength: 100 });

/** Asks for a code to the address that was invited. */
export const CodeRequest = Body({ token });
export type CodeRequest = Static<typeof CodeRequest>;

export const CodeEntry = Body({ token, code: Type.String({ pattern: "^[0-9]{6}$" }) });
export type CodeEntry = Static<typeof CodeEntry>;

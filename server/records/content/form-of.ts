import type { RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import { resolveForm } from "#server/record-templates/definition/resolve-form.ts";
import type { Core } from "./record-content.contract.ts";

/** What a record asked for; one that names no form of its school came on the usual one. */
export const formOf = ({ form, student }: Core): RecordForm => form ?? resolveForm(undefined, student.grade);

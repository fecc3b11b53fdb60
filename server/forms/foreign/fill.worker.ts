import { parentPort } from "node:worker_threads";
import { Problem } from "#server/http/problems.ts";
import { FormProblem } from "../check-form.ts";
import type { FillReply } from "./fill-beside.ts";
import { fillForm, type FormToFill } from "./fill-form.ts";

parentPort?.on("message", (form: FormToFill) => {
  void fill(form).then((reply) => parentPort?.postMessage(reply));
});

async function fill(form: FormToFill): Promise<FillReply> {
  try {
    return { filled: await fillForm(form) };
  } catch (error) {
    if (error instanceof Problem) return { problem: { ...error, message: error.message } };
    if (error instanceof FormProblem) return { problems: error.problems };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

import type { Worker } from "node:worker_threads";
import { Problem } from "#server/http/problems.ts";
import { startWorker } from "#server/jobs/start-worker.ts";
import { runsFromSource } from "#server/project-root.ts";
import { FormProblem } from "../check-form.ts";
import { fillForm, type FilledForm, type FormToFill } from "./fill-form.ts";
import { tooLarge } from "./refusals.ts";

/** What the filling thread answers. */
export type FillReply =
  | { filled: FilledForm }
  | { problem: Pick<Problem, "status" | "code" | "message"> }
  | { problems: string[] }
  | { failure: string };

/** Enough for the largest form that is taken; what swells to more inside a PDF ends the thread, not the server. */
const memoryMb = 512;

let thread: Worker | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Fills a form as `fillForm` does, one after another, in a thread beside the server's own work. From source it is filled in place. */
export function fillBeside(form: FormToFill): Promise<FilledForm> {
  if (runsFromSource) return fillForm(form);
  const mine = turn.then(() => ask(form));
  turn = mine.catch(() => undefined);
  return mine;
}

async function ask(form: FormToFill): Promise<FilledForm> {
  const filling = (thread ??= start());
  filling.ref();
  try {
    return understood(await replyOf(filling, form));
  } catch (error) {
    throw (error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge() : error;
  } finally {
    // An idle thread does not keep the process from ending.
    filling.unref();
  }
}

function start(): Worker {
  const worker = startWorker("forms/foreign/fill", null, memoryMb);
  // Whoever waits for it hears of it below; one that stops while idle is started anew.
  worker.on("error", () => undefined);
  worker.on("exit", () => void (thread === worker && (thread = undefined)));
  return worker;
}

function replyOf(filling: Worker, form: FormToFill): Promise<FillReply> {
  return new Promise<FillReply>((resolve, reject) => {
    const stopped = () => reject(new Error("The filling thread stopped."));
    const answered = (reply: FillReply) => {
      filling.off("error", reject).off("exit", stopped);
      resolve(reply);
    };
    filling.once("message", answered).once("error", reject).once("exit", stopped);
    filling.postMessage(form);
  });
}

function understood(reply: FillReply): FilledForm {
  if ("filled" in reply) return reply.filled;
  if ("problems" in reply) throw new FormProblem(reply.problems);
  if ("failure" in reply) throw new Error(reply.failure);
  const { status, code, message } = reply.problem;
  throw new Problem(status, code, message, { field: "file" });
}

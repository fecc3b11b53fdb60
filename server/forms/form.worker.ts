import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { FormProblem } from "./check-form.ts";
import { renderForm, type FormToRender } from "./render-form.ts";
import type { WorkerReply } from "./render-in-worker.ts";

// On Linux a priority is a thread's own: what nobody waits for at a screen leaves the processor to those who do.
// Elsewhere it would be the whole process's.
if ((workerData as { patient?: boolean } | null)?.patient && process.platform === "linux") setPriority(0, 19);

// Draws one form after another; whoever asks waits in the pool, not here.
parentPort?.on("message", (form: FormToRender) => {
  void draw(form).then((reply) => parentPort?.postMessage(reply));
});

async function draw(form: FormToRender): Promise<WorkerReply> {
  try {
    return { form: await renderForm(form) };
  } catch (error) {
    if (error instanceof FormProblem) return { problems: error.problems };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

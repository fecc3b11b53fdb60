import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "#server/project-root.ts";
import { renderForm, type FormToRender, type RenderedForm } from "./render-form.ts";

/** What a worker answers. */
export type WorkerReply = { form: RenderedForm } | { problems: string[] } | { failure: string };

/** Draws forms beside the server's own work, a few at a time. */
export interface FormPool {
  render(form: FormToRender): Promise<RenderedForm>;
  close(): Promise<void>;
}

interface Task {
  form: FormToRender;
  resolve(form: RenderedForm): void;
  reject(error: unknown): void;
}

const script = join(projectRoot, "build/server/forms/form.worker.js");
// A build may lie there, and be old, while the server runs from source.
const isBuilt = () => process.argv[1]?.startsWith(join(projectRoot, "build")) === true && existsSync(script);

/** A pool of drawing threads, each started when it is first needed. From source there are none: forms are drawn in place. */
export function openFormPool(
  size = Math.max(1, Math.min(4, availableParallelism() - 1)),
  patient = false,
): FormPool {
  return isBuilt() ? new Pool(size, script, patient) : { render: renderForm, close: () => Promise.resolve() };
}

let shared: FormPool | undefined;
let patient: FormPool | undefined;

/** Draws a form in the server's shared pool. */
export const renderInWorker = (form: FormToRender): Promise<RenderedForm> =>
  (shared ??= openFormPool()).render(form);

/** Draws a form nobody waits for at a screen: one after another, in a thread that gives way to everything else. */
export const renderPatiently = (form: FormToRender): Promise<RenderedForm> =>
  (patient ??= openFormPool(1, true)).render(form);

/** Stops the shared pools; forms still waiting fail. */
export async function closeFormPool(): Promise<void> {
  const pools = [shared, patient];
  shared = patient = undefined;
  await Promise.all(pools.map((pool) => pool?.close()));
}

/** Threads and the tasks waiting for one. */
export class Pool implements FormPool {
  private readonly size: number;
  private readonly script: string;
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Task>();
  private readonly waiting: Task[] = [];
  private readonly patient: boolean;
  private closed = false;

  constructor(size: number, script: string, patient = false) {
    this.size = size;
    this.script = script;
    this.patient = patient;
  }

  render(form: FormToRender): Promise<RenderedForm> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new Error("The form pool is closed."));
      this.waiting.push({ form, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const task of this.waiting.splice(0)) task.reject(new Error("The form pool is closed."));
    await Promise.all([...this.idle, ...this.busy.keys()].map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const worker = this.idle.pop() ?? (this.busy.size < this.size ? this.start() : undefined);
    if (!worker) return;
    const task = this.waiting.shift()!;
    this.busy.set(worker, task);
    worker.ref();
    worker.postMessage(task.form);
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: { patient: this.patient } });
    worker.on("message", (reply: WorkerReply) => void this.answer(worker, reply));
    worker.on("error", (error) => this.lose(worker, error));
    worker.on("exit", () => this.lose(worker, new Error("A form thread stopped.")));
    return worker;
  }

  private async answer(worker: Worker, reply: WorkerReply): Promise<void> {
    const task = this.busy.get(worker);
    this.busy.delete(worker);
    this.idle.push(worker);
    // An idle thread does not keep the process from ending.
    worker.unref();
    this.next();
    if ("form" in reply) return task?.resolve(reply.form);
    if ("failure" in reply) return task?.reject(new Error(reply.failure));
    const { FormProblem } = await import("./check-form.ts");
    task?.reject(new FormProblem(reply.problems));
  }

  private lose(worker: Worker, error: Error): void {
    this.busy.get(worker)?.reject(error);
    this.busy.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    if (!this.closed) this.next();
  }
}

import { afterAll, afterEach, beforeAll, test } from "vitest";
import { finish, handOver, setConference, writeInTheRoom } from "./adviser-steps.ts";
import { openWorld, type World } from "./line-world.ts";
import { readAtHome } from "./mother-steps.ts";
import { lookAtPdf } from "./paper.ts";
import { addWork, orderPortfolio, present, readNote, reflect, setGoal } from "./student-steps.ts";

let world: World;
beforeAll(async () => void (world = await openWorld("line")), 180_000);
afterAll(async () => await world?.close());
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await world.showFailure();
});

test(
  "one conference, from the adviser’s first click to the note the student keeps",
  { timeout: 900_000 },
  async () => {
    const adviser = await world.newPage();
    const conference = await setConference(world, adviser);

    const student = await world.newPage();
    await addWork(world, student);
    await reflect(world, student);
    await setGoal(world, student);
    await orderPortfolio(world, student);
    await present(world, student, conference);

    await writeInTheRoom(world, adviser, conference);
    await handOver(world, adviser);
    await lookAtPdf(await finish(world, adviser));

    const mother = await world.newPage({ width: "phone", locale: "es-US" });
    await readAtHome(world, mother);
    await readNote(world, student);
  },
);

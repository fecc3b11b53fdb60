import { expect, test } from "vitest";
import { compileTheRest } from "#server/http/compile-schemas.ts";
import { useLectern } from "#test/support/lectern.ts";

const lectern = useLectern();

test("every schema of every route can be compiled, though the server starts before they are", async () => {
  expect((await lectern.app.inject({ url: "/api/session" })).statusCode).toBe(200);
  await compileTheRest({ pause: 0 });
  const answer = await lectern.app.inject({
    method: "POST",
    url: "/api/sign-in/password",
    payload: { name: 7 },
  });
  expect(answer.statusCode).toBe(400);
});

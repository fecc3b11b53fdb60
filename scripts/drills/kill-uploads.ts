// npm run drill -- kill-uploads [--kills 200] [--seed 1]: kills Lectern again and again and says what was lost.
import { parseArgs } from "node:util";
import { drill, sayCounts } from "./drill.ts";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
const begun = Date.now();
const { serverKills, databaseKills, acknowledged, faults, losses } = await drill({
  kills: Number(values.kills),
  seed: Number(values.seed),
  tell: (sentence) => console.log(sentence),
});
for (const sentence of [...faults, ...losses]) console.log(sentence);
console.log(
  `${serverKills} kills of the server and ${databaseKills} of it with its database in ${Math.round((Date.now() - begun) / 1000)} s: ` +
    `${sayCounts({ counts: acknowledged })}; ${losses.length} lost, ${faults.length} failed while nobody was killed.`,
);
if (losses.length + faults.length > 0) process.exitCode = 1;

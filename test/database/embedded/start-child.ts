import { startEmbedded } from "#server/database/embedded/start-embedded.ts";

// Starts the server, says where, and lives until it is told to stop or is killed.
const server = await startEmbedded({ dataDir: process.argv[2]!, durable: process.argv[3] !== "careless" });
const { stop, ...address } = server;
process.on("SIGTERM", () => void stop().then(() => process.exit(0)));
console.log(JSON.stringify(address));
setInterval(() => {}, 1000);

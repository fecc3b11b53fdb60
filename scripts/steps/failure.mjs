/** Something the person at the terminal can mend; the message is the sentence they read. */
export class Failure extends Error {}

/** Runs a script's main function; a Failure becomes its sentence and exit code 1. */
export async function orSayWhy(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  }
}

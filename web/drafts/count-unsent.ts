/** How many texts live only on this device; the drafts themselves are fetched when somebody wants to leave. */
export async function countUnsent(): Promise<number> {
  const { drafts } = await import("./drafts.ts");
  return (await drafts()).count();
}

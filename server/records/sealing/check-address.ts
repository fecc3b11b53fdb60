/** Where anyone holding a copy can check it, as it stands on paper: "lectern.example.org/check"; nothing for an installation nobody can reach. */
export function checkAddress(baseUrl: string): string | undefined {
  const { protocol, host, pathname } = new URL(baseUrl);
  if (protocol !== "https:") return undefined;
  return `${host}${pathname.replace(/\/$/, "")}/check`;
}

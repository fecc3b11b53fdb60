/** How a document is brought out of the drive it lies in. */
export type Drive = "google-docs" | "google-drive" | "other";

// As server/work-samples/link.ts warns; here it is said while the link is still being pasted.
const drives: [RegExp, Drive][] = [
  [/^docs\.google\.com$/, "google-docs"],
  [/^(drive|classroom|photos)\.google\.com$/, "google-drive"],
  [/^1drv\.ms$|^onedrive\.live\.com$|\.sharepoint\.com$|^(www\.)?(office|microsoft365)\.com$/, "other"],
];

/** The school drive a link leads to, if it leads to one: a family would stand before a closed door. */
export function driveOf(url: string): Drive | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(url.trim()) ? url.trim() : `https://${url.trim()}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return drives.find(([host]) => host.test(hostname))?.[1];
}

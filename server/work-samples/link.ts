import { Invalid } from "#server/http/problems.ts";
import type { LinkWarning } from "./work-version.contract.ts";

/** The link as a browser would open it; only web pages, and never with a password inside. */
export function readLink(url: string): string {
  const link = URL.canParse(url) ? new URL(url) : null;
  const isWebPage = link !== null && (link.protocol === "https:" || link.protocol === "http:");
  if (!isWebPage || link.username !== "" || link.password !== "" || !link.hostname.includes("."))
    throw new Invalid("url", "This is not the address of a web page. Copy it again, from https:// on.");
  if (link.href.length > 4_000) throw new Invalid("url", "This address is too long.");
  return link.href;
}

const behindSignIn = [
  /^(docs|drive|classroom|photos)\.google\.com$/,
  /^1drv\.ms$/,
  /^onedrive\.live\.com$/,
  /\.sharepoint\.com$/,
  /^(www\.)?(office|microsoft365)\.com$/,
];

/** Documents on the school's drives open for the school's accounts, not for a family's phone. */
export function warningFor(url: string | null): LinkWarning {
  const host = url === null ? "" : new URL(url).hostname;
  return behindSignIn.some((each) => each.test(host)) ? "family-cannot-open" : null;
}

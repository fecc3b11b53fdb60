import { forgetKeys, findKey } from "../drafts/device-key.ts";
import { shelvesBy } from "../drafts/drafts.ts";
import { openVault } from "../drafts/vault.ts";
import { keptAccount, noteKeptAccount } from "../session/kept-account.ts";
import type { SessionReply } from "../session/session.api.ts";
import type { Ending } from "../session/session.svelte.ts";
import { forgetShell } from "./shell.ts";

/** Who was here last, as this device knows it; nothing after signing out or two hours of silence. */
export async function recall(): Promise<SessionReply | undefined> {
  const account = keptAccount();
  const key = account ? await findKey(account).catch(() => undefined) : undefined;
  if (!account || !key) return undefined;
  const kept = await (await shelvesBy(account, key)).copies.find("session");
  return kept === undefined ? undefined : (JSON.parse(kept) as SessionReply);
}

/**
 * Forgets the keys and the copies of every meeting. Unsent text stays, closed, for whoever signs in again; asked to
 * leave, a shared computer keeps nothing at all.
 */
export async function forget(why?: Ending): Promise<void> {
  noteKeptAccount(null);
  const gone = [forgetKeys(), openVault("copies").then((copies) => copies.empty())];
  if (why === "asked")
    gone.push(
      openVault("drafts").then((drafts) => drafts.empty()),
      forgetShell(),
    );
  await Promise.allSettled(gone);
}

import { createHash, randomBytes } from "node:crypto";

/** A new secret of 32 random bytes, as text for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** The only form in which a token is stored: SHA-256 of its text. */
export const hashOfToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Encrypts and reads back; without `crypto.subtle` (plain http off localhost) texts stay in memory, unsealed. */
export type Seal = {
  close(text: string): Promise<{ iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }>;
  open(kept: { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }): Promise<string>;
};

/** The session's key from its bytes; it can never be read out of the browser again. */
export function keyFrom(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A seal from the session's bytes. */
export const sealWith = async (base64: string): Promise<Seal> => sealBy(await keyFrom(base64));

/** A seal by a key the browser holds. */
export function sealBy(key: CryptoKey): Seal {
  return {
    async close(text) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv },
        key,
        new TextEncoder().encode(text),
      );
      return { iv, sealed };
    },
    async open({ iv, sealed }) {
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed));
    },
  };
}

/** For texts that never leave memory. */
export const openSeal: Seal = {
  close: async (text) => ({
    iv: new Uint8Array(0),
    sealed: new TextEncoder().encode(text).buffer as ArrayBuffer,
  }),
  open: async ({ sealed }) => new TextDecoder().decode(sealed),
};

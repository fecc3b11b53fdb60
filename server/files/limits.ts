const megabyte = 1024 * 1024;

/** What an installation may set: the largest file of each family, and all files of one person together, in bytes. */
const sizes = {
  imageBytes: 25 * megabyte,
  documentBytes: 50 * megabyte,
  audioBytes: 50 * megabyte,
  videoBytes: 300 * megabyte,
  personBytes: 2048 * megabyte,
};
export type Sizes = typeof sizes;

/** Everything uploads are measured by, in one place. */
export const limits = {
  ...sizes,
  /** The picture a film shows before it plays. */
  posterBytes: 4 * megabyte,
  /** So much of a refused upload is let in and forgotten, so that a browser comes to read the refusal. */
  forgottenBytes: 100 * megabyte,
  /** Pictures are made of so many pages of a PDF. */
  previewPages: 40,
  /** More pixels than any phone takes are a bomb, not a photo. */
  previewPixels: 120_000_000,
  /** HEIC is unpacked as a whole in memory, eight bytes a pixel; phones take up to 50 megapixels. */
  heicPixels: 52_000_000,
  previewSeconds: 120,
};

/** Sets what this installation takes, once, before it takes anything. */
export const applySizes = (own: Partial<Sizes>): void => void Object.assign(limits, own);

/**
 * Reads sizes in megabytes, as `video=500,person=4096`; what is not named stays usual.
 * Null where that cannot be read: an unknown name, or no whole number above nothing.
 */
export function readSizes(text: string): Partial<Sizes> | null {
  const own: Partial<Sizes> = {};
  for (const part of text.split(",")) {
    const [, name = "", megabytes = ""] = /^\s*([a-z]+)\s*=\s*([1-9]\d{0,5})\s*$/.exec(part) ?? [];
    const key = `${name}Bytes` as keyof Sizes;
    if (!(key in sizes)) return null;
    own[key] = Number(megabytes) * megabyte;
  }
  return own;
}

const megabyte = 1024 * 1024;

/** Everything uploads are measured by, in one place. */
export const limits = {
  imageBytes: 25 * megabyte,
  documentBytes: 50 * megabyte,
  audioBytes: 50 * megabyte,
  videoBytes: 300 * megabyte,
  /** The picture a film shows before it plays. */
  posterBytes: 4 * megabyte,
  /** All files of one person together. */
  personBytes: 2048 * megabyte,
  /** So much of a refused upload is let in and forgotten, so that a browser comes to read the refusal. */
  forgottenBytes: 100 * megabyte,
  /** Pictures are made of so many pages of a PDF. */
  previewPages: 40,
  /** More pixels than any phone takes are a bomb, not a photo. */
  previewPixels: 120_000_000,
  /** HEIC is unpacked as a whole in memory, eight bytes a pixel; phones take up to 50 megapixels. */
  heicPixels: 52_000_000,
  previewSeconds: 120,
} as const;
export type Limits = { [Key in keyof typeof limits]: number };

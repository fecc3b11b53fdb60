import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFStream, PDFString } from "pdf-lib";
import type { PDFObject } from "pdf-lib";

const DEEPEST = 32;

/** What stands under a key; references are followed. */
export const at = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));

/** A dictionary under a key, or that of a stream; undefined when something else stands there. */
export const dictAt = (dict: PDFDict, key: string): PDFDict | undefined => dictOf(at(dict, key));

/** An object's dictionary, if it has one. */
export const dictOf = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined;

/** What an array under a key holds; empty when there is none. */
export function listAt(dict: PDFDict, key: string): (PDFObject | undefined)[] {
  const list = at(dict, key);
  return list instanceof PDFArray ? itemsOf(list) : [];
}

/** What an array holds; references are followed. */
export const itemsOf = (list: PDFArray): (PDFObject | undefined)[] =>
  Array.from({ length: list.size() }, (_, index) => list.lookup(index));

/** The numbers of an array under a key; undefined when it holds anything else. */
export function numbersAt(dict: PDFDict, key: string, of = at): number[] | undefined {
  const list = of(dict, key);
  if (!(list instanceof PDFArray)) return undefined;
  const numbers = itemsOf(list).map(numberOf);
  return numbers.every((each) => each !== undefined) ? numbers : undefined;
}

/** A number, if it is one. */
export const numberOf = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFNumber && Number.isFinite(value.asNumber()) ? value.asNumber() : undefined;

/** A name as written, without its slash. */
export const nameOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFName ? value.decodeText() : undefined;

/** Words, whether written as a string, in hexadecimal or as a name. */
export const wordsOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : nameOf(value);

/** A dictionary and those above it, nearest first; a chain that bites its tail ends. */
export function withParents(dict: PDFDict): PDFDict[] {
  const chain = [dict];
  for (let up = dictAt(dict, "Parent"); up && !chain.includes(up); up = dictAt(up, "Parent")) {
    if (chain.length >= DEEPEST) break;
    chain.push(up);
  }
  return chain;
}

/** What stands under a key here or, left out, further up. */
export function inherited(dict: PDFDict, key: string): PDFObject | undefined {
  for (const each of withParents(dict)) {
    const value = at(each, key);
    if (value !== undefined) return value;
  }
  return undefined;
}

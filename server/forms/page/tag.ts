/** The kinds of structure element the engine makes. */
export type TagKind =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "Span"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "BlockQuote";

/** Marked content on one page. */
export interface MarkedContent {
  /** Counted from 1. */
  page: number;
  id: number;
}

/** What a tag says besides its kind. */
export interface TagFacts {
  lang?: string;
  alt?: string;
  scope?: "Column" | "Row";
  columns?: number;
  /** A figure's place on its page. */
  box?: number[];
}

/** One element of the reading order: what a screen reader walks through. */
export class Tag {
  readonly kind: TagKind;
  readonly facts: TagFacts;
  readonly lang: string | undefined;
  readonly kids: (Tag | MarkedContent)[] = [];

  constructor(kind: TagKind, facts: TagFacts = {}, parent?: Tag) {
    this.kind = kind;
    this.facts = facts;
    this.lang = facts.lang ?? parent?.lang;
  }

  /** A new element at the end of this one. */
  add(kind: TagKind, facts: TagFacts = {}): Tag {
    const tag = new Tag(kind, facts, this);
    this.kids.push(tag);
    return tag;
  }

  /** Where text of a language belongs: here, or in a span that says which language it is. */
  speaking(lang: string | undefined): Tag {
    if (lang === undefined || lang === this.lang) return this;
    const last = this.kids.at(-1);
    if (last instanceof Tag && last.kind === "Span" && last.lang === lang) return last;
    return this.add("Span", { lang });
  }

  /** Whether there is anything inside to read. */
  says(): boolean {
    return (
      this.kids.some((kid) => !(kid instanceof Tag) || kid.says()) || this.kind === "TD" || this.kind === "TH"
    );
  }
}

import type { Day, Moment, Said, Word, Words } from "./form-values.contract.ts";
import { inks, styles } from "./flow/look.ts";
import type { Paragraph, Span, Style } from "./type/span.ts";

/** A catalogue of the form's own words: nested keys, `{{place}}`, `_one`/`_other`, `<b>…</b>`; `KEY#language` where a word is in another. */
export interface Catalogue {
  [key: string]: string | Catalogue;
}

type Phrase = Exclude<Words, unknown[]>;

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi|ps|dv|ckb|sd)\b/;

/** Puts words into the reader's language: looks keys up, writes days and times out, and says which language each stretch is in. */
export class Reader {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  private readonly catalogue: Catalogue;
  private readonly locale: string;

  constructor(catalogue: Catalogue, language: string) {
    this.catalogue = catalogue;
    this.language = language;
    this.direction = RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
    this.locale = typeof catalogue.locale === "string" ? catalogue.locale : language;
  }

  /** Whether the catalogue has this key, in its plain or its counted form. */
  knows(key: string): boolean {
    return typeof this.find(key) === "string" || typeof this.find(`${key}_other`) === "string";
  }

  /** A paragraph in the form's direction; whatever people wrote is kept apart from its neighbours. */
  paragraph(words: Words, style: Style): Paragraph {
    return { spans: this.spans(words, style), direction: this.direction };
  }

  /** A paragraph of prose: one person's words run in their own direction. */
  prose(words: Words, style: Style): Paragraph {
    const only = Array.isArray(words) ? (words.length === 1 ? words[0] : undefined) : words;
    const spans = this.spans(words, style);
    if (only === undefined || !isWritten(only)) return { spans, direction: this.direction };
    const own = typeof only === "string" ? undefined : only.dir;
    const direction = own ?? (hasLetters(spans) ? "auto" : this.direction);
    return { spans: spans.map(({ isolate: _, ...span }) => span), direction };
  }

  /** The words alone, for places that cannot be set in type. */
  plain(words: Words): string {
    return this.spans(words, styles.body)
      .map((span) => span.text)
      .join("");
  }

  /** The spans of some words, a space between one phrase and the next. */
  spans(words: Words, style: Style): Span[] {
    const phrases = Array.isArray(words) ? words : [words];
    return phrases.flatMap((phrase, index) => {
      const spans = this.phrase(phrase, style);
      return index > 0 ? [{ text: " ", style }, ...spans] : spans;
    });
  }

  private phrase(phrase: Phrase, base: Style): Span[] {
    if (typeof phrase === "string") return [{ text: phrase, style: base, isolate: "auto" }];
    const style = styled(base, phrase.style);
    const spans = "word" in phrase ? this.word(phrase, style) : [this.value(phrase, style)];
    const told = phrase.style === "quote" ? this.quoted(spans, style) : spans;
    return phrase.mark
      ? told.map((span, index) => (index === 0 ? { ...span, mark: phrase.mark! } : span))
      : told;
  }

  private value(value: string | number | Said | Day | Moment, style: Style): Span {
    if (typeof value === "number") return { text: new Intl.NumberFormat(this.locale).format(value), style };
    if (typeof value === "string") return { text: value, style, isolate: "auto" };
    if ("day" in value) return { text: this.day(value), style };
    if ("at" in value) return { text: this.moment(value), style };
    const lang = value.lang !== undefined && value.lang !== this.language ? { lang: value.lang } : {};
    return { text: value.text, style, isolate: value.dir ?? "auto", ...lang };
  }

  private word({ word, with: places = {} }: Word, base: Style): Span[] {
    const spans: Span[] = [];
    const other = this.find(`${word}#language`);
    const lang = typeof other === "string" ? { lang: other } : {};
    let style = base;
    for (const part of this.template(word, places.count).split(/(<\/?b>|\{\{\w+\}\})/)) {
      if (part === "<b>") style = styled(base, "strong");
      else if (part === "</b>") style = base;
      else if (/^\{\{\w+\}\}$/.test(part)) spans.push(this.place(word, part.slice(2, -2), places, style));
      else if (part !== "") spans.push({ text: part, style, ...lang });
    }
    return spans;
  }

  private place(word: string, name: string, places: NonNullable<Word["with"]>, style: Style): Span {
    const value = places[name];
    if (value === undefined) throw new Error(`The word ${word} needs a value for ${name}.`);
    return this.value(value, style);
  }

  private template(key: string, count: unknown): string {
    const form = typeof count === "number" ? new Intl.PluralRules(this.language).select(count) : "other";
    const found = [this.find(`${key}_${form}`), this.find(key), this.find(`${key}_other`)];
    const template = found.find((each) => typeof each === "string");
    if (template === undefined) throw new Error(`The words (${this.language}) have no ${key}.`);
    return template;
  }

  private find(key: string): string | Catalogue | undefined {
    let at: string | Catalogue | undefined = this.catalogue;
    for (const step of key.split(".")) at = typeof at === "object" ? at[step] : undefined;
    return at;
  }

  private quoted(spans: Span[], style: Style): Span[] {
    const [open, close] = this.direction === "rtl" ? ["«", "»"] : ["“", "”"];
    return [{ text: open!, style }, ...spans, { text: close!, style }];
  }

  private day({ day, as = "long" }: Day): string {
    return this.date(new Date(`${day}T12:00:00Z`), as, "UTC");
  }

  private date(instant: Date, as: keyof typeof DAYS, timeZone: string): string {
    const date = format(this.locale, { ...DAYS[as], timeZone }).format(instant);
    // "Thursday 12 November": whether English has a comma here changes between versions of Node.
    return this.language.startsWith("en") ? date.replace(/^(\p{L}+), (?=\d)/u, "$1 ") : date;
  }

  private moment({ at, until, zone, as = "long" }: Moment): string {
    const clock = format(this.locale, { hour: "numeric", minute: "2-digit", timeZone: zone });
    const time = until ? clock.formatRange(new Date(at), new Date(until)) : clock.format(new Date(at));
    if (as === "time") return time;
    const day = this.date(new Date(at), as, zone);
    return `${day}${this.language.startsWith("ar") ? "،" : ","} ${time}`;
  }
}

const DAYS = {
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
} as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, kept);
  return kept;
}

const isWritten = (phrase: Phrase): phrase is string | Said => typeof phrase === "string" || "text" in phrase;

const hasLetters = (spans: Span[]): boolean => spans.some((span) => /\p{L}/u.test(span.text));

function styled(base: Style, style: Said["style"]): Style {
  if (style === "strong")
    return { ...base, voice: base.voice === "text" ? "strong" : base.voice, ink: inks.ink };
  if (style === "muted") return { ...base, ink: inks.muted };
  if (style === "quote") return { ...base, voice: "quote", size: base.size * 1.045 };
  return base;
}

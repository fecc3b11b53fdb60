// The schools are in the United States: a clock of twelve hours, whatever the language.
const places: Record<string, string> = { en: "en-US", es: "es-US" };

/** An instant as a person reads it in a message: in her language, by the school's clock. */
export const sayWhen = (language: string, zone: string, instant: Date): string =>
  new Intl.DateTimeFormat(places[language] ?? language, {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
    hour12: true,
  }).format(instant);

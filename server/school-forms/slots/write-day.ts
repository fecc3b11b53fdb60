/** Writes a day as a form wants it (`mm/dd/yyyy`, `d mmm yy` …), else as people of the language write it in short. */
export function writeDay(
  day: string,
  { dateFormat, language }: { dateFormat: string | null; language: string },
): string {
  const date = new Date(`${day}T12:00:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(date);
  if (!dateFormat) return say({ day: "numeric", month: "short", year: "numeric" });
  const [year = "", month = "", number = ""] = day.split("-");
  const parts: Record<string, string> = {
    yyyy: year,
    yy: year.slice(2),
    mmmm: say({ month: "long" }),
    mmm: say({ month: "short" }),
    mm: month,
    m: String(Number(month)),
    dddd: say({ weekday: "long" }),
    ddd: say({ weekday: "short" }),
    dd: number,
    d: String(Number(number)),
  };
  return dateFormat.replace(/yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d/g, (part) => parts[part] ?? part);
}

/** Every time zone to choose from, the one that stands there among them, as people write them: "America/Los Angeles". */
export const zoneOptions = (current: string) =>
  [...new Set([current, ...Intl.supportedValuesOf("timeZone")])].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));

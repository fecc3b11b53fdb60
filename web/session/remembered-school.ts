const place = "lectern.school";

/** The school this device signed in to last, else the only one, else none. */
export function rememberedSchool(schools: { id: string }[]): string | null {
  const kept = read();
  return schools.find((school) => school.id === kept)?.id ?? schools[0]?.id ?? null;
}

/** Keeps the school for the next time somebody signs in here. */
export function rememberSchool(id: string): void {
  try {
    localStorage.setItem(place, id);
  } catch {
    // it is asked again next time
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

import { readStudent } from "../people/people.api.ts";
import { param } from "../navigation/place.ts";
import { session } from "../session/session.svelte.ts";
import { t } from "../words/words.svelte.ts";

/** Whose numbers a page shows: the student's own, or those of the student its address names. */
export class NumbersOf {
  readonly studentId: string;
  readonly isOwn: boolean;
  name = $state("");
  zone = $state(session.zone);

  constructor() {
    const own = session.actor?.personId ?? "";
    this.studentId = location.pathname.startsWith("/students/") ? param("studentId") : own;
    this.isOwn = this.studentId === own;
  }

  /** Reads the name of somebody else; her own needs none. */
  async load(): Promise<void> {
    if (this.isOwn) return;
    const student = await readStudent(this.studentId);
    this.name = student.name;
    this.zone = student.school.zone;
  }

  /** The way home, for those who came by a link. */
  get back() {
    return this.isOwn ? {} : { back: { href: "/", label: t("everywhere.home") } };
  }

  get graduationHref(): string {
    return this.isOwn ? "/graduation" : `/students/${this.studentId}/graduation`;
  }

  get resultsHref(): string {
    return this.isOwn ? "/results" : `/students/${this.studentId}/results`;
  }
}

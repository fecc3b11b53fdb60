import { PDFDocument, PDFName, PDFString, StandardFonts, type PDFPage } from "pdf-lib";

const point = 72 / 25.4;

/** The conference form of an invented district, as districts make them: two pages, ruled boxes, fields named by whoever made it. */
export async function aDistrictForm({ withScript = false } = {}): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const form = document.getForm();
  const place = (x: number, y: number, width: number, height: number) => ({
    x: x * point,
    y: 792 - (y + height) * point,
    width: width * point,
    height: height * point,
    borderWidth: 0.5,
  });
  const label = (page: PDFPage, text: string, x: number, y: number) =>
    page.drawText(text, { x: x * point, y: 792 - y * point, size: 8, font });
  const line = (
    page: PDFPage,
    name: string,
    says: string,
    box: [number, number, number, number],
    multiline = false,
  ) => {
    label(page, says, box[0], box[1] - 1.5);
    const field = form.createTextField(name);
    if (multiline) field.enableMultiline();
    field.addToPage(page, place(...box));
    field.setFontSize(10);
    return field;
  };
  const first = document.addPage([612, 792]);
  first.drawText("Calder Bay Unified: Conference Record CB-114", {
    x: 20 * point,
    y: 740,
    size: 14,
    font: bold,
  });
  line(first, "Student Name", "Student", [20, 28, 80, 7]);
  line(first, "student_id", "ID", [105, 28, 40, 7]);
  line(first, "Grade", "Grade", [150, 28, 20, 7]);
  line(first, "Teacher", "Teacher", [20, 42, 80, 7]);
  line(first, "Conference Date", "Date", [105, 42, 40, 7]);
  line(first, "Parent Name 1", "Parent or guardian", [20, 56, 80, 7]);
  line(first, "Relationship 1", "Relationship", [105, 56, 40, 7]);
  line(first, "Parent Name 2", "Parent or guardian", [20, 68, 80, 7]);
  line(first, "Relationship 2", "Relationship", [105, 68, 40, 7]);
  for (const [index, [name, says]] of [
    ["in_person", "in person"],
    ["video", "by video"],
    ["phone", "by phone"],
  ].entries()) {
    form.createCheckBox(name!).addToPage(first, place(150 + 0, 56 + index * 7, 4, 4));
    label(first, says!, 156, 59 + index * 7);
  }
  line(first, "Student Strengths", "Strengths", [20, 86, 172, 30], true);
  line(first, "Teacher Comments", "Teacher comments", [20, 122, 172, 14], true);
  const status = form.createDropdown("Outcome");
  status.addOptions(["Held", "Held without family", "No show"]);
  label(first, "Status", 20, 142.5);
  status.addToPage(first, place(20, 144, 50, 7));
  line(first, "Office use only", "Office use", [105, 144, 50, 7]);
  const second = document.addPage([612, 792]);
  for (const row of [1, 2, 3]) {
    const top = 20 + (row - 1) * 50;
    line(second, `Goal ${row}`, `Goal ${row}`, [20, top, 120, 12], true);
    line(second, `Goal ${row} Due`, "By", [145, top, 40, 7]);
    line(second, `Goal ${row} Student Will`, "Student will", [20, top + 18, 55, 20], true);
    line(second, `Goal ${row} Family Will`, "Family will", [80, top + 18, 55, 20], true);
    line(second, `Goal ${row} School Will`, "School will", [140, top + 18, 52, 20], true);
  }
  line(second, "Next Meeting Date", "Next meeting", [20, 176, 50, 7]);
  line(second, "Student Signature", "Student", [20, 196, 55, 9]);
  line(second, "Parent Signature", "Parent or guardian", [80, 196, 55, 9]);
  line(second, "Teacher Signature", "Teacher", [140, 196, 52, 9]);
  if (withScript) {
    document.addJavaScript("open", "app.alert('Calder Bay')");
    document.catalog.set(
      PDFName.of("OpenAction"),
      document.context.obj({ S: "URI", URI: PDFString.of("https://tracker.example.org/opened") }),
    );
  }
  return Buffer.from(await document.save());
}

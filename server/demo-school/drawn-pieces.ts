import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "#server/project-root.ts";
import { essay } from "./students/itzel-essay.ts";

/** Files that are drawn when the school is made, so that a PDF and a photograph are among the pieces. */
export const drawnPieces: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  "letters.pdf": drawEssay,
  "sixteen-tiles.jpg": drawTiles,
};

const paper = { width: 612, height: 792, margin: 84 };
const face = "node_modules/@expo-google-fonts/noto-serif";

async function drawEssay(): Promise<Uint8Array> {
  const [{ PDFDocument }, fontkit] = await Promise.all([import("pdf-lib"), import("fontkit")]);
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit as never);
  const embed = async (file: string) =>
    await pdf.embedFont(await readFile(join(projectRoot, face, file)), { subset: true });
  const [plain, bold] = [
    await embed("400Regular/NotoSerif_400Regular.ttf"),
    await embed("700Bold/NotoSerif_700Bold.ttf"),
  ];
  pdf.setTitle(essay.title);
  pdf.setLanguage("en");
  let page = pdf.addPage([paper.width, paper.height]);
  let y = paper.height - paper.margin;
  const write = (words: string, { font = plain, size = 11.5, gap = 10 } = {}) => {
    for (const line of linesOf(words, (text) => font.widthOfTextAtSize(text, size))) {
      if (y < paper.margin) {
        page = pdf.addPage([paper.width, paper.height]);
        y = paper.height - paper.margin;
      }
      page.drawText(line, { x: paper.margin, y, size, font });
      y -= size * 1.55;
    }
    y -= gap;
  };
  for (const line of essay.head) write(line, { size: 9.5, gap: 0 });
  y -= 22;
  write(essay.title, { font: bold, size: 19, gap: 14 });
  for (const paragraph of essay.paragraphs) write(paragraph);
  return await pdf.save();
}

/** Breaks words into lines that fit the page. */
function linesOf(words: string, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer) <= paper.width - 2 * paper.margin)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const tile = 300;
const glaze = ["#1f5f8b", "#e9b44c", "#c8553d", "#f4efe6"] as const;

/** Sixteen tiles, each a quarter turned against the next: a school's kitchen wall, photographed. */
async function drawTiles(): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const cells = Array.from({ length: 16 }, (_, index) => tileAt(index % 4, Math.floor(index / 4)));
  const side = tile * 4 + 120;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="100%" height="100%" fill="#b9ada0"/>${cells.join("")}</svg>`;
  return await sharp(Buffer.from(svg)).jpeg({ quality: 84 }).toBuffer();
}

function tileAt(column: number, row: number): string {
  const [left, top] = [60 + column * tile, 60 + row * tile];
  const turn = ((column + row * 2) % 4) * 90;
  return `<g transform="translate(${left} ${top}) rotate(${turn} ${tile / 2} ${tile / 2})">
    <rect x="5" y="5" width="${tile - 10}" height="${tile - 10}" rx="10" fill="${glaze[3]}"/>
    <path d="M5 5h150a150 150 0 0 1-150 150z" fill="${glaze[0]}"/>
    <path d="M295 295h-190a190 190 0 0 1 190-190z" fill="${glaze[1]}"/>
    <path d="M295 295h-110a110 110 0 0 1 110-110z" fill="${glaze[2]}"/>
    <circle cx="${tile / 2}" cy="${tile / 2}" r="26" fill="${glaze[2]}"/></g>`;
}

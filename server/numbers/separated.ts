/** One row of a table, and the lines of text it stood on. */
export interface SeparatedRow {
  readonly line: number;
  readonly lines: number;
  readonly cells: readonly string[];
}

/** Reads a table with tabs, semicolons or commas between its cells; a quoted cell may hold any of them. */
export function readSeparated(text: string): SeparatedRow[] {
  const plain = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const separator = separatorOf(plain);
  return (split(plain, separator, true) ?? split(plain, separator, false) ?? []).filter(({ cells }) =>
    cells.some((cell) => cell !== ""),
  );
}

/** What the first line that says something is cut by. */
function separatorOf(text: string): string {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  const count = (sign: string) => first.split(sign).length - 1;
  if (count("\t") > 0) return "\t";
  return count(";") > count(",") ? ";" : ",";
}

/** Undefined when a quote opens and never closes: then it was an inch, and no quote. */
function split(text: string, separator: string, quotes: boolean): SeparatedRow[] | undefined {
  const rows: SeparatedRow[] = [];
  let [line, begun, cell, quoted] = [1, 1, "", false];
  let cells: string[] = [];
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push({ line: begun, lines: line - begun + 1, cells });
    cells = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign === "\n") line++;
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else quoted = false;
    } else if (quotes && sign === '"' && cell.trim() === "") quoted = true;
    else if (sign === separator) endCell();
    else if (sign === "\n") {
      endRow();
      begun = ++line;
    } else cell += sign;
  }
  if (quoted) return undefined;
  endRow();
  return rows;
}

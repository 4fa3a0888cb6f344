/** How much text a line of version 5.5.1 has: with its level and tag it may have 255 characters. */
const longest = 240;

/** Text of GEDCOM, line by line. */
export class GedcomText {
  private readonly lines: string[] = [];
  readonly isVersion7: boolean;

  constructor(isVersion7: boolean) {
    this.isVersion7 = isVersion7;
  }

  record(tag: string, xref?: string): void {
    this.lines.push(xref ? `0 @${xref}@ ${tag}` : `0 ${tag}`);
  }

  /** A line whose value is text, of several lines or of one. */
  add(level: number, tag: string, text = ''): void {
    const [first = '', ...more] = text.split('\n');
    this.addLine(level, tag, first, level + 1);
    for (const line of more) this.addLine(level + 1, 'CONT', line, level + 1);
  }

  private addLine(level: number, tag: string, line: string, continuedAt: number): void {
    const [first, ...more] = this.piecesOf(this.escaped(line));
    this.lines.push(first ? `${level} ${tag} ${first}` : `${level} ${tag}`);
    for (const piece of more) this.lines.push(`${continuedAt} CONC ${piece}`);
  }

  /** Version 5.5.1 breaks long lines: not beside a blank, nor within a character or a doubled at sign. */
  private piecesOf(line: string): string[] {
    if (this.isVersion7 || line.length <= longest) return [line];
    const pieces: string[] = [];
    let rest = line;
    while (rest.length > longest) {
      let end = longest;
      while (end > 1 && !mayBreak(rest, end)) end--;
      pieces.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    return [...pieces, rest];
  }

  /** At signs are doubled, in version 7 only one at the beginning. */
  private escaped(line: string): string {
    return this.isVersion7 ? line.replace(/^@/, '@@') : line.replaceAll('@', '@@');
  }

  point(level: number, tag: string, xref: string): void {
    this.lines.push(`${level} ${tag} @${xref}@`);
  }

  /** The whole, with the byte order mark by which programs tell UTF-8. */
  toString(): string {
    return `\ufeff${this.lines.join('\n')}\n`;
  }
}

/** Whether an escaped line may be broken there. */
function mayBreak(line: string, at: number): boolean {
  const isBesideBlank = /\s/.test(line.slice(at - 1, at + 1));
  const isInCharacter = /[\ud800-\udbff]/.test(line[at - 1]!);
  const isInDoubledSign = line.slice(0, at).split('@').length % 2 === 0;
  return !isBesideBlank && !isInCharacter && !isInDoubledSign;
}

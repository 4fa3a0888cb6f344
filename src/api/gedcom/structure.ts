/** One line of GEDCOM with the lines under it. */
export class Structure {
  readonly line: number;
  readonly tag: string;
  /** What names it, for a record that others point to: without the at signs. */
  readonly xref: string | null;
  /** The record that it points to, `VOID` for one that isn't known; null where its value is text. */
  readonly pointer: string | null;
  private readonly value: string;
  readonly parts: Structure[] = [];
  /** Whether something was read from it: what wasn't is left out, and said. */
  isUsed = false;

  constructor(line: number, tag: string, xref: string | null, pointer: string | null, value: string) {
    this.line = line;
    this.tag = tag;
    this.xref = xref;
    this.pointer = pointer;
    this.value = value;
  }

  /** Its value with the lines that continue it. */
  get text(): string {
    let text = this.value;
    for (const part of this.parts) {
      if (part.tag === 'CONC') text += part.value;
      if (part.tag === 'CONT') text += `\n${part.value}`;
    }
    return text;
  }

  /** The first part with this tag: of several, GEDCOM says, the first is the preferred one. */
  part(tag: string): Structure | undefined {
    return this.parts.find((part) => part.tag === tag);
  }

  /** That part, whose meaning is carried over. */
  take(tag: string): Structure | undefined {
    const part = this.part(tag);
    if (part) part.isUsed = true;
    return part;
  }

  /** The parts with one of these tags. */
  all(...tags: string[]): Structure[] {
    return this.parts.filter((part) => tags.includes(part.tag));
  }

  /** Its text to compare: in lower case, without blanks around it; no more than a word may have. */
  get word(): string {
    return this.text.slice(0, 200).trim().toLowerCase();
  }
}

import type { Changes } from '../../db/changes.ts';
import type { GrantRow, LockedLine } from '../../db/queries/line-facts.ts';
import type { Guardian, LineOfMany, LockedLines } from '../../db/queries/lock-lines.ts';
import { Problem } from '../problem.ts';

/** The lines of one call, and what each knows of those before it: they are written together, but decided in order. */
export class SavesTogether {
  private readonly locked: LockedLines;
  private readonly lines: Map<string, LineOfMany>;
  /** The address that each line's access has at present. */
  private readonly addresses = new Map<string, string | undefined>();
  private readonly guardians: Guardian[];
  /** How many e-mails the lines before mean to leave, by address. */
  private readonly mails = new Map<string, number>();
  private readonly counted = new Map<Changes, number>();

  /** @throws Problem `invalid`, naming each line that isn't one of the dossier's */
  constructor(locked: LockedLines, asked: readonly { id: string; field: string }[]) {
    this.locked = locked;
    this.lines = new Map(locked.lines.map((one) => [one.line.partyId, one]));
    this.guardians = [...locked.guardians];
    for (const [id, { line }] of this.lines) this.addresses.set(id, line.grant?.email);
    const errors = asked
      .filter(({ id }) => !this.lines.has(id))
      .map(({ field }) => ({
        field: `${field}.id`,
        code: 'not_in_dossier',
        message: 'Nobody of this dossier.',
      }));
    if (errors.length > 0) throw new Problem('invalid', { errors });
  }

  /** What a decision about a line stands on. */
  facts(id: string): LockedLine {
    const { address, usedBy, ...one } = this.lines.get(id)!;
    const isOutside = usedBy !== null && !this.lines.has(usedBy);
    const others = this.guardians.filter(({ personId }) => personId !== id);
    return {
      ...one,
      dossier: this.locked.dossier,
      callerName: this.locked.callerName,
      emailInUse: isOutside || this.others(id).some((other) => this.addresses.get(other) === address),
      mailsToday: one.mailsToday + (this.mails.get(address) ?? 0),
      guardians: [...new Map(others.map((guardian) => [guardian.accountId, guardian])).values()],
    };
  }

  /** Whether a line's address was another's when the call began, and is no more. */
  takesOver(id: string): boolean {
    const { address } = this.lines.get(id)!;
    return this.others(id).some(
      (other) =>
        this.lines.get(other)!.line.grant?.email === address && this.addresses.get(other) !== address,
    );
  }

  /** Takes down what a line's save gathered. */
  done(id: string, grant: GrantRow | null, changes: Changes): void {
    const { line, account } = this.lines.get(id)!;
    this.addresses.set(id, grant?.email);
    const { mails } = changes.meant;
    for (const { email } of mails.slice(this.counted.get(changes) ?? 0)) {
      this.mails.set(email, (this.mails.get(email) ?? 0) + 1);
    }
    this.counted.set(changes, mails.length);
    // Whose access opened just now hears of the next central person's (R5).
    if (line.central && account && grant?.accountId && !line.grant?.accountId) {
      const { id: accountId, language } = account;
      this.guardians.push({ accountId, email: grant.email, language, personId: id });
    }
  }

  private others(id: string): string[] {
    const { kind } = this.lines.get(id)!.line;
    return [...this.lines.keys()].filter(
      (other) => other !== id && this.lines.get(other)!.line.kind === kind,
    );
  }
}

import { describe, expect, test } from 'vitest';
import { actionsOn, decideResend } from '../../src/domain/access.ts';
import {
  type Capabilities,
  capabilitiesOf,
  capabilityTable,
  type Role,
} from '../../src/domain/capabilities.ts';
import { actors, asks, codeOf, decide, lineFacts, lines, parties } from './every-save.ts';

/** R16, section by section: what is left of the table's levels. */
const left: Record<string, string> = { write: 'read', create: 'read', give: 'view', manage: 'view' };

describe('R16: a closed dossier', () => {
  test.each(Object.entries(capabilityTable))(
    '%s: reads on, writes, gives and creates nothing',
    (row, open) => {
      const [name, right = null] = row.split(' ');
      const { settings, ...content } = open;
      const expected = Object.fromEntries(
        Object.entries(content).map(([section, level]) => [section, left[level] ?? level]),
      ) as Capabilities;
      expect(capabilitiesOf([{ name, right } as Role], true)).toEqual({ ...expected, settings });
    },
  );

  test('every save on every line: what is refused in an open one stays refused so, and nothing but a withdrawal is done', () => {
    const seen = { closed: 0, withdrawn: 0, refused: 0 };
    const broken: string[] = [];
    let turn = 0;
    for (const actor of actors)
      for (const party of parties)
        for (const line of lines) {
          const facts = lineFacts(actor, party, line);
          const closed = { ...facts, closed: true };
          const note = (more: string) =>
            broken.push(`${actor.label} | ${party.label} | ${line.label} | ${more}`);
          const kept = actionsOn(facts).filter((action) => action === 'withdraw');
          if (`${actionsOn(closed)}` !== `${kept}`) note('actions');
          if (decideResend(closed).kind !== 'refused') note('resend');
          // Every ask comes round, on every eleventh line.
          turn++;
          for (const ask of asks.filter((_, i) => (i + turn) % 11 === 0)) {
            const [open, now] = [
              decide(facts, actor, party, line, ask),
              decide(closed, actor, party, line, ask),
            ];
            const isRight =
              ask.right === 'none'
                ? now.decision.kind === open.decision.kind && codeOf(now) === codeOf(open)
                : now.decision.kind === 'refused';
            const staysRefused = codeOf(open) !== 'not_permitted' || codeOf(now) === 'not_permitted';
            if (!isRight || !staysRefused) note(Object.values(ask).join(', '));
            if (now.decision.kind === 'withdraw') seen.withdrawn++;
            if (codeOf(now) === 'dossier_closed') seen.closed++;
            if (codeOf(open) === 'not_permitted') seen.refused++;
          }
        }
    expect(broken).toEqual([]);
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});

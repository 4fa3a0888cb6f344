import { describe, expect, test } from 'vitest';
import { actionsOn, decideResend } from '../../src/domain/access.ts';
import {
  type Capabilities,
  capabilitiesOf,
  capabilityTable,
  type Role,
} from '../../src/domain/capabilities.ts';
import { actors, asks, codeOf, decide, gives, lineFacts, lines, parties } from './every-save.ts';

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
    for (const actor of actors)
      for (const party of parties)
        for (const line of lines) {
          const facts = lineFacts(actor, party, line);
          const closed = { ...facts, closed: true };
          expect(actionsOn(closed)).toEqual(actionsOn(facts).filter((action) => action === 'withdraw'));
          const resent = [decideResend(facts), decideResend(closed)].map((decision) =>
            'code' in decision ? decision.code : decision.kind,
          );
          if (resent[0] === 'not_permitted') expect(resent[1]).toBe('not_permitted');
          expect(['nothing', 'repeat', 'new_cycle']).not.toContain(resent[1]);
          for (const ask of asks) {
            const [open, now] = [
              decide(facts, actor, party, line, ask),
              decide(closed, actor, party, line, ask),
            ];
            const what = `${actor.label} | ${party.label} | ${line.label} | ${Object.values(ask).join(', ')}`;
            if (ask.right === 'none') expect(now.decision, what).toEqual(open.decision);
            else if (gives(now) || now.decision.kind === 'nothing') expect.fail(what);
            if (now.decision.kind === 'withdraw') seen.withdrawn++;
            if (codeOf(now) === 'dossier_closed') seen.closed++;
            if (codeOf(open) === 'not_permitted') {
              if (codeOf(now) !== 'not_permitted') expect.fail(what);
              seen.refused++;
            }
          }
        }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole } from '../../src/domain/ownership.ts';
import { endUsufructs, give, heirsAsParts, ownersOf, partsOf, passOn } from '../../src/domain/parts.ts';
import type { Assumptions, Inputs, Result } from '../../src/domain/simulation.ts';
import { type ItemKind, isDebt } from '../../src/domain/words.ts';
import { slowly } from './reference.ts';
import { assume, cases, percent, possible, resultOf } from './simulated.ts';

/** Holds for every case whose assumptions are possible; that most are is looked at too. */
function holds(property: (result: Result, of: Inputs, assumptions: Assumptions) => void, runs = 300) {
  let [tried, held] = [0, 0];
  fc.assert(
    fc.property(possible, ({ of, assumptions, outcome }) => {
      tried++;
      if ('refusals' in outcome) return;
      held++;
      property(outcome.result, of, assumptions);
    }),
    { numRuns: runs },
  );
  expect(held).toBeGreaterThan(tried / 2);
}

const eventless = (assumptions: Assumptions) => ({ ...assumptions, donations: [], deaths: [] });
/** What everybody has together: both forms that carry the capital are one. */
const wealthOf = ({ years }: Result) =>
  years.map(({ totals }) =>
    totals.map(({ currency, full, bare, debts, net, netReal }) => ({
      currency,
      assets: full + bare,
      debts,
      net,
      netReal,
    })),
  );

describe('projections, whatever the family', () => {
  it('give what a slow calculation with exact fractions gives, to the cent', () => {
    holds((result, of, assumptions) => expect(result.years).toEqual(slowly(of, assumptions)), 1000);
  });

  it('neither make nor lose money by donations and deaths', () => {
    holds((result, of, assumptions) => {
      expect(wealthOf(result)).toEqual(wealthOf(resultOf(of, eventless(assumptions))));
    });
  });

  it('give each person rows that add up: usufruct is bare ownership seen from the other side', () => {
    holds(({ years }) => {
      for (const { persons, totals } of years) {
        for (const total of totals) {
          const rows = persons.filter((row) => row.currency === total.currency);
          for (const field of ['full', 'usufruct', 'bare', 'debts', 'net'] as const) {
            expect(rows.reduce((sum, row) => sum + row[field], 0)).toBe(total[field]);
          }
          expect(total.usufruct).toBe(total.bare);
        }
      }
    });
  });

  it('leave everything as it is without growth and events', () => {
    fc.assert(
      fc.property(cases, ({ of }) => {
        const { years } = resultOf(of, assume({ horizon: 3 }));
        for (const { year: _, ...stands } of years)
          expect(stands).toEqual({ persons: years[0]!.persons, totals: years[0]!.totals });
      }),
    );
  });

  it('begin with the inventory as it stood: each person’s exact part, to the cent an item and part', () => {
    fc.assert(
      fc.property(cases, ({ of }) => {
        const [begin] = resultOf(of, assume()).years;
        for (const row of begin!.persons) {
          for (const form of ['full', 'usufruct', 'bare'] as const) {
            let [exact, parts] = [0, 0];
            for (const item of of.items) {
              if (item.currency !== row.currency || isDebt(item.kind)) continue;
              for (const owner of item.owners.filter(
                (one) => one.form === form && one.personId === row.personId,
              )) {
                const [n, d = 1] = owner.share.split('/').map(Number);
                exact += (item.cents * n!) / d;
                parts += item.owners.length;
              }
            }
            expect(Math.abs(row[form] - exact)).toBeLessThanOrEqual(parts);
          }
        }
      }),
    );
  });

  it('are the same in whatever order items, owners, family and growth come', () => {
    holds((result, of, assumptions) => {
      const turned = <T>(all: T[]) => [...all].reverse();
      const again = {
        ...of,
        persons: turned(of.persons),
        unions: turned(of.unions).map((union) => ({
          ...union,
          personIds: turned(union.personIds) as [string, string],
        })),
        parents: turned(of.parents),
        items: turned(of.items).map((item) => ({ ...item, owners: turned(item.owners) })),
      };
      const growth = Object.fromEntries(turned(Object.entries(assumptions.growth)));
      expect(resultOf(again, { ...assumptions, growth })).toEqual(result);
      const { years } = resultOf(of, { ...assumptions, deaths: turned(assumptions.deaths) });
      expect(years).toEqual(result.years);
    });
  });

  it('grow with growth: a kind that grows faster is never worth less, others stay', () => {
    fc.assert(
      fc.property(cases, percent, percent, ({ of, assumptions }, one, other) => {
        const [low, high] = Number(one) < Number(other) ? [one, other] : [other, one];
        const kind: ItemKind = of.items[0]?.kind ?? 'loan';
        const at = (rate: string) =>
          wealthOf(
            resultOf(of, { ...eventless(assumptions), growth: { ...assumptions.growth, [kind]: rate } }),
          );
        const [slower, faster] = [at(low), at(high)];
        for (const [year, totals] of slower.entries()) {
          for (const [i, { assets, debts }] of totals.entries()) {
            const more = faster[year]![i]!;
            if (isDebt(kind)) expect(more).toMatchObject({ assets });
            else expect(more).toMatchObject({ debts });
            expect(more.assets).toBeGreaterThanOrEqual(assets);
            expect(more.debts).toBeGreaterThanOrEqual(debts);
          }
        }
      }),
    );
  });

  it('give the same totals for an item and for its two halves, to what rounding each year makes', () => {
    fc.assert(
      fc.property(cases, ({ of, assumptions }) => {
        const even = of.items.map((item) => ({ ...item, cents: 2 * item.cents }));
        const halved = of.items.flatMap((item) => [item, { ...item, id: `${item.id} too` }]);
        const simple = eventless(assumptions);
        const whole = wealthOf(resultOf({ ...of, items: even }, simple));
        const halves = wealthOf(resultOf({ ...of, items: halved }, simple));
        // Half a cent for the whole and for each half, which then grow themselves.
        let apart = 0;
        for (const [year, totals] of whole.entries()) {
          for (const [i, { assets, debts }] of totals.entries()) {
            expect(Math.abs(assets - halves[year]![i]!.assets)).toBeLessThanOrEqual(apart);
            expect(Math.abs(debts - halves[year]![i]!.debts)).toBeLessThanOrEqual(apart);
          }
          apart = apart * 1.5 + 1.5 * of.items.length;
        }
      }),
    );
  });

  it('keep every item whole after every donation and death', () => {
    let events = 0;
    holds((_, of, { donations, deaths }) => {
      for (const item of of.items) {
        let parts = partsOf(item.owners);
        expect(isWhole(ownersOf(parts))).toBe(true);
        for (const donation of donations) {
          const given = give(parts, donation);
          if (!given) continue;
          events++;
          parts = given;
          expect(isWhole(ownersOf(parts))).toBe(true);
        }
        for (const { personId, heirs = of.items[0]!.owners } of deaths) {
          if (heirs.some((heir) => heir.personId === personId)) continue;
          events++;
          parts = endUsufructs(parts, new Set([personId]));
          expect(isWhole(ownersOf(parts))).toBe(true);
          parts = passOn(parts, personId, heirsAsParts(heirs), isDebt(item.kind));
          expect(isWhole(ownersOf(parts))).toBe(true);
          expect(ownersOf(parts).map((owner) => owner.personId)).not.toContain(personId);
        }
      }
    });
    expect(events).toBeGreaterThan(100);
  });

  it('hold nothing for the dead who died in them, and only whole numbers that JSON carries', () => {
    holds((result, _, { deaths }) => {
      for (const { year, persons } of result.years) {
        const dead = deaths.filter((death) => death.year <= year).map((death) => death.personId);
        for (const row of persons) expect(dead).not.toContain(row.personId);
      }
      JSON.stringify(result, (_key, value) => {
        if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
        return value;
      });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    });
  });
});

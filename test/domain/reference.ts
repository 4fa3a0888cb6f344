import Fraction from 'fraction.js';
import { divide, type Owner } from '../../src/domain/ownership.ts';
import type { Assumptions, Inputs, ProjectedYear } from '../../src/domain/simulation.ts';

/*
 * A second way to project, slow and plain: exact fractions throughout, rounded where the documentation says so, and
 * heirs found by walking every line of descent. It knows nothing of the first way's arithmetic.
 */

type Half = { use: string | null; bare: string | null; split: boolean; share: Fraction };
type Thing = Inputs['items'][number] & { value: Fraction; halves: Half[] };

const one = new Fraction(1);
const f = (share: string) => new Fraction(share);
const sum = (all: Fraction[]) => all.reduce((total, each) => total.add(each), new Fraction(0));
const isDebt = ({ kind }: Thing) => ['mortgage', 'loan', 'other_debt'].includes(kind);

/** To the nearest integer, a tie to the even one. */
function rounded(x: Fraction): Fraction {
  const down = x.floor();
  const over = x.sub(down).compare('1/2');
  const isEven = down.div(2).d === 1n;
  return over > 0 || (over === 0 && !isEven) ? down.add(1) : down;
}

function halvesOf(owners: Owner[], joining: boolean): Half[] {
  const of = (form: string) => owners.filter((owner) => owner.form === form);
  const inUse = sum(of('usufruct').map(({ share }) => f(share)));
  const halves = of('full').map(({ personId, share }) => ({
    use: personId,
    bare: personId,
    split: false,
    share: f(share),
  }));
  for (const use of of('usufruct')) {
    for (const left of of('bare')) {
      const split = !joining || use.personId !== left.personId;
      const share = f(use.share).mul(f(left.share)).div(inUse);
      halves.push({ use: use.personId, bare: left.personId, split, share });
    }
  }
  return halves;
}

/** Each person reached from `id` along every line, with his part. */
function stirps(links: Inputs['parents'], id: string, dead: Set<string>): [string, Fraction][] {
  if (!dead.has(id)) return [[id, one]];
  return branches(
    links,
    links.filter((link) => link.parentId === id).map((link) => link.childId),
    dead,
  );
}

function branches(links: Inputs['parents'], ids: string[], dead: Set<string>): [string, Fraction][] {
  const lines = ids.map((id) => stirps(links, id, dead)).filter((line) => line.length > 0);
  return lines.flatMap((line) => line.map(([id, part]): [string, Fraction] => [id, part.div(lines.length)]));
}

function heirsOf({ unions, parents }: Inputs, id: string, dead: Set<string>): Owner[] {
  const spouse = unions
    .filter((union) => union.kind === 'marriage' && union.end === null && union.personIds.includes(id))
    .map((union) => union.personIds.find((other) => other !== id)!)
    .find((other) => !dead.has(other));
  const children = parents.filter((link) => link.parentId === id).map((link) => link.childId);
  const young = branches(parents, children, dead);
  const owners = (all: [string, Fraction][], form: Owner['form']) =>
    all.map(([personId, share]) => ({ personId, form, share: share.toFraction() }));
  if (spouse) {
    return young.length > 0
      ? [{ personId: spouse, form: 'usufruct', share: '1' }, ...owners(young, 'bare')]
      : owners([[spouse, one]], 'full');
  }
  if (young.length > 0) return owners(young, 'full');
  const mine = parents.filter((link) => link.childId === id).map((link) => link.parentId);
  const living = mine.filter((parent) => !dead.has(parent));
  const siblings = parents.filter((link) => mine.includes(link.parentId) && link.childId !== id);
  const near = branches(parents, [...new Set(siblings.map((link) => link.childId))], dead);
  const forParents = near.length === 0 ? one : new Fraction(Math.min(living.length, 2), 4);
  const all = [
    ...living.map((parent): [string, Fraction] => [parent, forParents.div(living.length)]),
    ...near.map(([who, part]): [string, Fraction] => [
      who,
      part.mul(one.sub(living.length ? forParents : 0)),
    ]),
  ];
  return all.length > 0 ? owners(all, 'full') : [{ personId: null, form: 'full', share: '1' }];
}

/** The years of a projection that is possible. */
export function slowly(of: Inputs, assumptions: Assumptions): ProjectedYear[] {
  const things: Thing[] = of.items.map((item) => ({
    ...item,
    value: new Fraction(item.cents),
    halves: halvesOf(item.owners, false),
  }));
  const years = [picture(things, of.startYear, one)];
  const dead = new Set(of.persons.filter((person) => person.deathDate).map((person) => person.id));
  let prices = one;
  for (let year = of.startYear + 1; year <= of.startYear + assumptions.horizon; year++) {
    prices = prices.mul(f(assumptions.inflation).div(100).add(1));
    for (const thing of things) {
      thing.value = rounded(
        thing.value.mul(
          f(assumptions.growth[thing.kind] ?? '0')
            .div(100)
            .add(1),
        ),
      );
    }
    for (const donation of assumptions.donations.filter((each) => each.year === year)) give(things, donation);
    const deaths = assumptions.deaths.filter((each) => each.year === year);
    for (const { personId } of deaths) dead.add(personId);
    for (const { personId } of deaths) {
      for (const { halves } of things) {
        for (const half of halves) {
          if (half.split && half.use === personId) Object.assign(half, { use: half.bare, split: false });
        }
      }
    }
    for (const death of deaths)
      leave(things, death.personId, death.heirs ?? heirsOf(of, death.personId, dead));
    years.push(picture(things, year, prices));
  }
  return years;
}

function give(
  things: Thing[],
  { itemId, donorId, share, donees, usufructReserved }: Assumptions['donations'][number],
) {
  const thing = things.find(({ id }) => id === itemId)!;
  let left = f(share);
  for (const half of thing.halves.filter((each) => !each.split && each.bare === donorId)) {
    const taken = left.lt(half.share) ? left : half.share;
    half.share = half.share.sub(taken);
    left = left.sub(taken);
    for (const donee of donees) {
      const use = usufructReserved ? donorId : donee.personId;
      const part = taken.mul(f(donee.share));
      thing.halves.push({ use, bare: donee.personId, split: use !== donee.personId, share: part });
    }
  }
}

function leave(things: Thing[], personId: string, heirs: Owner[]) {
  const capital = heirs.filter(({ form }) => form !== 'usufruct');
  for (const thing of things) {
    thing.halves = thing.halves.flatMap((half): Half[] => {
      if (half.bare !== personId) return [half];
      if (!half.split && !isDebt(thing))
        return halvesOf(heirs, true).map((part) => ({ ...part, share: part.share.mul(half.share) }));
      return capital.map((heir) => {
        const use = half.split ? half.use : heir.personId;
        const share = half.share.mul(f(heir.share));
        return { use, bare: heir.personId, split: use !== heir.personId, share };
      });
    });
  }
}

function picture(things: Thing[], year: number, prices: Fraction): ProjectedYear {
  type Row = {
    personId: string | null;
    currency: string;
    full: bigint;
    usufruct: bigint;
    bare: bigint;
    debts: bigint;
  };
  const rows: Row[] = [];
  const rowOf = (personId: string | null, currency: string) => {
    const known = rows.find((row) => row.personId === personId && row.currency === currency);
    if (known) return known;
    const row = { personId, currency, full: 0n, usufruct: 0n, bare: 0n, debts: 0n };
    rows.push(row);
    return row;
  };
  for (const thing of things) {
    const nameOf = ({ bare, use, split }: Half) => [bare ?? '~', use ?? '~', split].join(' ');
    const groups = Map.groupBy(
      thing.halves.filter(({ share }) => share.n > 0n),
      nameOf,
    );
    const together = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, halves]) => halves);
    const cents = divide(
      thing.value.n,
      together.map((halves) => sum(halves.map((half) => half.share))),
    );
    for (const [i, [half]] of together.entries()) {
      const { use, bare, split } = half!;
      if (isDebt(thing)) rowOf(bare, thing.currency).debts += cents[i]!;
      else if (split) {
        rowOf(bare, thing.currency).bare += cents[i]!;
        rowOf(use, thing.currency).usufruct += cents[i]!;
      } else rowOf(bare, thing.currency).full += cents[i]!;
    }
  }
  const shown = <T extends Omit<Row, 'personId'>>({ full, usufruct, bare, debts, ...row }: T) => {
    const net = full + bare - debts;
    const [size, sign] = net < 0n ? [-net, -1] : [net, 1];
    const netReal = Number(rounded(new Fraction(size).div(prices)).n) * sign || 0;
    const numbers = {
      full: Number(full),
      usufruct: Number(usufruct),
      bare: Number(bare),
      debts: Number(debts),
    };
    return { ...row, ...numbers, net: Number(net), netReal };
  };
  const totals = [...new Set(rows.map((row) => row.currency))].sort().map((currency) => {
    const total = (field: 'full' | 'usufruct' | 'bare' | 'debts') =>
      rows.filter((row) => row.currency === currency).reduce((all, row) => all + row[field], 0n);
    return shown({
      currency,
      full: total('full'),
      usufruct: total('usufruct'),
      bare: total('bare'),
      debts: total('debts'),
    });
  });
  const nameOf = (row: Row) => `${row.personId ?? '~'} ${row.currency}`;
  const persons = rows.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).map(shown);
  return { year, persons, totals };
}

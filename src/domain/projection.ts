import { carryOut } from './events.ts';
import { factorOf, roundHalfEven, unit } from './exact.ts';
import { deflator, type Held, withParts, yearOf } from './figures.ts';
import { countParts, partsOf } from './parts.ts';
import { budget, largestAmount, Refused, refuseTooLarge } from './projection-limits.ts';
import { refusalsOf } from './refusals.ts';
import {
  type Assumptions,
  type Inputs,
  notes,
  type ProjectedYear,
  type Refusal,
  type Result,
} from './simulation.ts';
import { isDebt } from './words.ts';

/**
 * Projects the inventory year by year. In each year, in this order:
 * 1. every item grows by its kind's percentage, calculated exactly and rounded to the cent, a tie to the even one;
 * 2. the year's donations are carried out, in the order in which they are assumed;
 * 3. the year's deaths: first all usufructs of who dies end, then what each leaves passes on. Who dies in the same
 *    year doesn't inherit from one another, so that their order doesn't matter.
 *
 * The same inputs and assumptions give the same result to the cent, in whatever order items, owners and family come.
 * No tax, no cost, no reserved portion is calculated.
 * @returns the result, or what is impossible about the assumptions
 */
export function project(
  inputs: Inputs,
  assumptions: Assumptions,
): { result: Result } | { refusals: Refusal[] } {
  const refusals = refusalsOf(inputs, assumptions);
  if (refusals.length > 0) return { refusals };
  try {
    return { result: run(inputs, assumptions) };
  } catch (error) {
    if (error instanceof Refused) return { refusals: [error.refusal] };
    throw error;
  }
}

function run(inputs: Inputs, assumptions: Assumptions): Result {
  const { startYear } = inputs;
  const { horizon, growth, inflation } = assumptions;
  const spend = budget();
  const factors = new Map(Object.entries(growth).map(([kind, percent = '0']) => [kind, factorOf(percent)]));
  const years: ProjectedYear[] = [];
  const events: Result['events'] = [];
  for (const { owners } of inputs.items) spend.parts(countParts(owners));
  let items = inputs.items.map(start).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let passed = 0; passed <= horizon; passed++) {
    if (passed > 0) items = items.map((item) => grown(item, factors.get(item.kind) ?? unit));
    refuseTooLarge(items);
    const happened = carryOut(items, startYear + passed, inputs, assumptions, spend);
    items = happened.items;
    events.push(...happened.events);
    spend.items(items);
    const prices = { level: factorOf(inflation) ** BigInt(passed), base: unit ** BigInt(passed) };
    const year = yearOf(startYear + passed, items, deflator(prices));
    spend.lines(year.persons.length);
    if ([...year.persons, ...year.totals].some(({ netReal }) => Math.abs(netReal) > largestAmount))
      throw new Refused('inflation', 'amount_too_large');
    years.push(year);
  }
  return { notes: [...notes], years, events };
}

function start({ id, kind, currency, cents, owners }: Inputs['items'][number]): Held {
  const item = { id, kind, currency, isDebt: isDebt(kind), cents: BigInt(cents) };
  return withParts(item, partsOf(owners));
}

function grown(item: Held, factor: bigint): Held {
  if (factor === unit) return item;
  return { ...item, cents: roundHalfEven(item.cents * factor, unit) };
}

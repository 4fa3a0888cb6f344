import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { fractionOf } from '../../domain/ownership.ts';
import { devolutionRules, notes } from '../../domain/simulation.ts';
import { type ItemKind, itemKinds, ownershipForms, parentKinds, unionKinds } from '../../domain/words.ts';
import { Name } from '../fields.ts';
import { Id } from '../route.ts';

const Percent = z
  .string()
  .regex(
    /^-?([0-4]?\d(\.\d{1,4})?|50(\.0{1,4})?)$/,
    'Percent a year from -50 to 50, as a text with at most four decimals.',
  )
  .transform((percent) => new Decimal(percent).toString())
  .meta({ description: 'Percent a year, −50 to 50, at most four decimals.', example: '2.1' });

const Part = z
  .string()
  .regex(/^[1-9]\d{0,5}(\/[1-9]\d{0,5})?$/, { abort: true, error: 'A fraction such as 1/4, or 1.' })
  .refine((share) => fractionOf(share).lte(1), {
    params: { code: 'more_than_one' },
    error: 'At most the whole.',
  })
  .transform((share) => fractionOf(share).toFraction())
  .meta({ example: '1/4' });

const year = z.int().meta({ description: 'A calendar year after the start year, within the horizon.' });
const Outsider = Id.nullable().meta({ description: 'Null: somebody outside the family.' });

const Donation = z.strictObject({
  year,
  itemId: Id,
  donorId: Id,
  share: Part.meta({
    description: 'Of the whole item, out of what the donor then holds in full ownership.',
  }),
  donees: z
    .array(z.strictObject({ personId: Outsider, share: Part }))
    .min(1)
    .max(100)
    .meta({ description: 'Shares of what is given: together 1.' }),
  usufructReserved: z
    .boolean()
    .meta({ description: 'The donor keeps the usufruct; the donees get the bare ownership.' }),
});

const Death = z.strictObject({
  year,
  personId: Id,
  heirs: z
    .array(z.strictObject({ personId: Outsider, form: z.enum(ownershipForms), share: Part }))
    .min(1)
    .max(100)
    .optional()
    .meta({
      description:
        'Shares of what is left: full ownership with usufruct makes 1, and full with bare ownership. Left out: a surviving spouse has the usufruct and descendants the bare ownership; either alone has all; else parents and siblings; else outsiders.',
    }),
});

/** One optional entry for each kind of item. */
const byKind = <T extends z.ZodType>(entry: T) =>
  Object.fromEntries(itemKinds.map((kind) => [kind, entry.optional()])) as {
    [K in ItemKind]: z.ZodOptional<T>;
  };

const assumptions = {
  horizon: z.int().min(1).max(50).meta({ description: 'In years.' }),
  inflation: Percent.default('0'),
  growth: z
    .strictObject(byKind(Percent))
    .default({})
    .meta({ description: 'By kind of item; a kind left out keeps its value.' }),
  donations: z.array(Donation).max(500).default([]),
  deaths: z.array(Death).max(200).default([]),
};

export const CreateSimulation = z.strictObject({ name: Name, ...assumptions }).meta({
  id: 'CreateSimulation',
  description:
    'In each year items grow first, then donations are carried out in the order given, then deaths. Who dies in the same year doesn’t inherit from one another.',
});
export const ChangeSimulation = z.strictObject({ name: Name }).meta({ id: 'ChangeSimulation' });

const summary = {
  id: Id,
  name: z.string(),
  version: z.int(),
  createdAt: z
    .string()
    .meta({ description: 'The instant at which family and inventory stood as projected.' }),
  startYear: z
    .int()
    .meta({ description: 'The year of creation (UTC): what is projected begins with the next.' }),
  horizon: z.int(),
  engine: z.string().meta({ description: 'The way of calculating.' }),
};
export const SimulationSummary = z.object(summary).meta({ id: 'SimulationSummary' });
export const Simulations = z.object({ items: z.array(SimulationSummary) });

const amounts = {
  full: z.int(),
  usufruct: z.int(),
  bare: z.int(),
  debts: z.int(),
  net: z.int(),
};
const currency = z.string();
const Figures = z.object({ ...amounts, netReal: z.int() }).meta({
  id: 'SimulatedFigures',
  description:
    'In minor units of one currency. Usufruct and bare ownership at the value of the thing itself; `net` is full and bare ownership less debts; `netReal` is `net` in the money of the start year.',
});
const Owner = z.object({ personId: Id.nullable(), form: z.enum(ownershipForms), share: z.string() });
const PersonFigures = Figures.extend({ personId: Id.nullable(), currency }).meta({ id: 'SimulatedPerson' });
const Totals = Figures.extend({ currency }).meta({ id: 'SimulatedTotals' });

const DonationEvent = z.object({
  kind: z.literal('donation'),
  year: z.int(),
  itemId: Id,
  donorId: Id,
  share: z.string(),
  currency,
  cents: z.int(),
  usufructReserved: z.boolean(),
  donees: z.array(
    z.object({ personId: Id.nullable(), form: z.enum(['full', 'bare']), share: z.string(), cents: z.int() }),
  ),
});
const DeathEvent = z.object({
  kind: z.literal('death'),
  year: z.int(),
  personId: Id,
  rule: z.enum(devolutionRules).meta({ description: 'Why these inherit; `chosen`: the assumptions say so.' }),
  heirs: z.array(Owner),
  estate: z.array(z.object({ ...amounts, currency })),
});

const Result = z
  .object({
    notes: z.array(z.enum(notes)).meta({ description: 'What the figures leave out, and what they are not.' }),
    years: z.array(z.object({ year: z.int(), persons: z.array(PersonFigures), totals: z.array(Totals) })),
    events: z.array(z.discriminatedUnion('kind', [DonationEvent, DeathEvent])),
  })
  .meta({ id: 'SimulationResult' });

const Inputs = z
  .object({
    startYear: z.int(),
    persons: z.array(
      z.object({ id: Id, firstName: z.string(), lastName: z.string(), deathDate: z.string().nullable() }),
    ),
    unions: z.array(
      z.object({
        personIds: z.array(Id).length(2),
        kind: z.enum(unionKinds),
        start: z.string().nullable(),
        end: z.string().nullable(),
      }),
    ),
    parents: z.array(z.object({ childId: Id, parentId: Id, kind: z.enum(parentKinds) })),
    items: z.array(
      z.object({
        id: Id,
        kind: z.enum(itemKinds),
        name: z.string(),
        currency,
        cents: z.int(),
        valuedOn: z.string(),
        owners: z.array(Owner),
      }),
    ),
  })
  .meta({ id: 'SimulationInputs', description: 'Family and inventory as they stood.' });

const Assumptions = z
  .object({
    horizon: z.int(),
    inflation: z.string(),
    growth: z.object(byKind(z.string())),
    donations: z.array(
      z.object({
        year: z.int(),
        itemId: Id,
        donorId: Id,
        share: z.string(),
        donees: z.array(z.object({ personId: Id.nullable(), share: z.string() })),
        usufructReserved: z.boolean(),
      }),
    ),
    deaths: z.array(z.object({ year: z.int(), personId: Id, heirs: z.array(Owner).optional() })),
  })
  .meta({ id: 'Assumptions' });

export const Simulation = z
  .object({ ...summary, assumptions: Assumptions, inputs: Inputs, result: Result })
  .meta({ id: 'Simulation' });

export const ComparisonQuery = z.strictObject({
  with: z.string().optional().meta({ description: 'The id of the other simulation. It is needed.' }),
});

const compared = { simulation: Figures.nullable(), with: Figures.nullable(), difference: Figures.nullable() };
export const Comparison = z
  .object({
    simulation: SimulationSummary,
    with: SimulationSummary,
    sameInputs: z.boolean().meta({ description: 'Whether family and inventory were the same.' }),
    assumptions: z.array(z.object({ field: z.string(), simulation: z.unknown(), with: z.unknown() })),
    years: z.array(
      z.object({
        year: z.int(),
        persons: z.array(z.object({ personId: Id.nullable(), currency, ...compared })),
        totals: z.array(z.object({ currency, ...compared })),
      }),
    ),
  })
  .meta({
    id: 'SimulationComparison',
    description: 'Null where a simulation doesn’t reach that year; `difference` is the other less this one.',
  });

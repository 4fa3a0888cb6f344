import { z } from 'zod';
import { itemKinds, ownershipForms } from '../../domain/words.ts';
import { Cents, Country, Currency, LongText, Name, PastDay, Share } from '../fields.ts';
import { Id } from '../route.ts';

/** How many of each there may be: items in a dossier, values in an item's history, owners of an item. */
export const most = { items: 500, values: 500, owners: 50 };

const outside = 'Null: somebody outside the family.';

const ItemOwner = z
  .object({ personId: Id.nullable(), form: z.enum(ownershipForms), share: z.string() })
  .meta({ id: 'ItemOwner' });

const kind = z.enum(itemKinds);
const shown = {
  kind,
  name: z.string(),
  description: z.string().nullable(),
  country: z.string().nullable(),
  currency: z.string(),
  value: z.object({ cents: Cents, valuedOn: z.string() }).meta({ description: 'The newest day’s.' }),
  owners: z.array(ItemOwner),
};

const Item = z.object({ id: Id, ...shown, version: z.int() }).meta({ id: 'WealthItem' });

export const WholeItem = z
  .object({
    ...Item.shape,
    values: z
      .array(z.object({ id: Id, cents: Cents, valuedOn: z.string() }))
      .meta({ description: 'The history, the newest day first.' }),
  })
  .meta({ id: 'WholeWealthItem' });

const sum = z.int();
const currency = z.string();

const Totals = z
  .object({
    net: z.array(z.object({ currency, assets: sum, debts: sum, net: sum })),
    byPerson: z.array(
      z.object({
        personId: Id.nullable().meta({ description: outside }),
        currency,
        full: sum,
        usufruct: sum,
        bare: sum,
        debts: sum,
        net: sum,
      }),
    ),
    byKind: z.array(z.object({ kind, currency, cents: sum })),
    byForm: z.array(z.object({ form: z.enum(ownershipForms), currency, cents: sum })),
  })
  .meta({
    id: 'WealthTotals',
    description:
      'Each currency for itself: there are no exchange rates, and amounts of different currencies are never added. Usufruct and bare ownership are the value of what the right lies on, and no part of `net`.',
  });

export const Inventory = z.object({ items: z.array(Item), totals: Totals }).meta({ id: 'WealthInventory' });

const fields = {
  kind,
  name: Name,
  description: LongText.nullable().optional(),
  country: Country.nullable().optional().meta({ description: 'Where it lies.' }),
  currency: Currency,
  value: z.strictObject({ cents: Cents, valuedOn: PastDay }).meta({
    description:
      'What it is worth, or owed, on a day. A change of a day’s value corrects it, another day’s is added.',
  }),
  owners: z
    .array(
      z.strictObject({
        personId: Id.nullable().meta({ description: outside }),
        form: z.enum(ownershipForms),
        share: Share,
      }),
    )
    .min(1)
    .max(most.owners)
    .meta({
      description:
        'Full ownership and usufruct add up to one, and so do full and bare ownership. Debts are owed in `full`.',
    }),
};

export const AddItem = z.strictObject(fields).meta({ id: 'AddWealthItem' });
export const ChangeItem = z.strictObject(fields).partial().meta({ id: 'ChangeWealthItem' });

export const ImportedItems = z.object({ items: z.array(Item) });

export const Preview = z
  .object({
    items: z
      .array(z.object({ line: z.int(), ...shown }))
      .meta({ description: 'What would be added, if no line were rejected.' }),
    rejected: z.array(
      z.object({
        line: z.int(),
        field: z.string().nullable().meta({ description: 'The column; null: the line as a whole.' }),
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'WealthPreview' });

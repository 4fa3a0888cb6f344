import { z } from 'zod';
import { taxReasons } from '../../domain/donation-dates.ts';
import { donationCategories, donationForms, languages, regions } from '../../domain/words.ts';
import { Cents, Country, Currency, LongText, PastDay, Share } from '../fields.ts';
import { Id } from '../route.ts';

const Region = z.enum(regions);

const fields = {
  donorId: Id,
  donees: z
    .array(z.strictObject({ personId: Id.nullable(), share: Share }))
    .min(1)
    .max(50)
    .meta({ description: 'Their shares make one. No person: those outside the family.' }),
  givenOn: PastDay,
  category: z.enum(donationCategories),
  description: LongText.max(200)
    .regex(/^[^\n\p{Zl}\p{Zp}]*$/u, 'It is one line.')
    .meta({ description: 'What was given.' }),
  cents: Cents,
  currency: Currency,
  form: z.enum(donationForms),
  registered: z.boolean(),
  registeredOn: PastDay.nullable().optional(),
  usufructReserved: z.boolean(),
  conditions: LongText.nullable().optional(),
  itemId: Id.nullable().optional().meta({ description: 'The item of the wealth inventory that was given.' }),
  country: Country.nullable()
    .optional()
    .meta({ description: 'The donor’s domicile when he gave; left out of a new donation: the present one.' }),
  region: Region.nullable().optional().meta({ description: 'Where the domicile is in Belgium.' }),
};

export const AddDonation = z.strictObject(fields).meta({ id: 'AddDonation' });
export const ChangeDonation = z.strictObject(fields).partial().meta({ id: 'ChangeDonation' });

const Source = z.object({ title: z.string(), article: z.string(), url: z.string() });
const day = z.string().nullable();

const DonationTax = z
  .object({
    rule: z.string().nullable().meta({ description: 'Which rule of `GET /api/donation-rules` it follows.' }),
    countsUntil: day.meta({
      description: 'The last day on which the donor’s death brings the gift into his estate.',
    }),
    renewsOn: day.meta({ description: 'The day from which the donee’s allowance is whole again.' }),
    reason: z
      .enum(taxReasons)
      .nullable()
      .meta({ description: 'Why there is no date, or a period ended early.' }),
    years: z.int().nullable(),
    source: Source.nullable(),
    disclaimer: z.literal('no_legal_advice'),
  })
  .meta({ id: 'DonationTax' });

export const Donation = z
  .object({
    id: Id,
    donorId: Id,
    donees: z.array(z.object({ personId: Id.nullable(), share: z.string() })),
    givenOn: z.string(),
    category: z.enum(donationCategories),
    description: z.string(),
    cents: z.int(),
    currency: z.string(),
    form: z.enum(donationForms),
    registered: z.boolean(),
    registeredOn: day,
    usufructReserved: z.boolean(),
    conditions: z.string().nullable(),
    itemId: Id.nullable(),
    country: z.string().nullable(),
    region: Region.nullable(),
    version: z.int(),
    tax: DonationTax,
  })
  .meta({ id: 'Donation' });

const totals = z.array(z.object({ personId: Id.nullable(), currency: z.string(), cents: z.int() }));

export const Donations = z
  .object({ items: z.array(Donation), totals: z.object({ given: totals, received: totals }) })
  .meta({ id: 'Donations' });

export const DonationRules = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          country: z.string(),
          region: Region.nullable(),
          givenFrom: day,
          givenUntil: day,
          categories: z.array(z.enum(donationCategories)).readonly(),
          forms: z.array(z.enum(donationForms)).readonly(),
          registered: z.boolean().nullable(),
          effect: z.enum(['counts', 'exempt', 'renews']),
          years: z.int().nullable(),
          runsFrom: z.enum(['gift', 'registration']).nullable(),
          source: Source,
        }),
      )
      .readonly(),
    noLegalAdvice: z
      .record(z.enum(languages), z.string())
      .meta({ description: 'What to show with every date.' }),
  })
  .meta({ id: 'DonationRules' });

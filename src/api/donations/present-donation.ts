import type { z } from 'zod';
import type { DonationRow } from '../../db/queries/inventories.ts';
import { taxOf } from '../../domain/donation-dates.ts';
import type { Donation } from './schema.ts';

/** A donation as the API shows it: with its tax dates, by the rules of today. */
export const presentDonation = (row: DonationRow): z.input<typeof Donation> => ({ ...row, tax: taxOf(row) });

import { donationRules, noLegalAdvice } from '../../domain/donation-rules.ts';
import { route } from '../route.ts';
import { addDonation } from './add-donation.ts';
import { changeDonation } from './change-donation.ts';
import { listDonations, readDonation } from './read-donations.ts';
import { removeDonation } from './remove-donation.ts';
import { AddDonation, ChangeDonation, Donation, DonationRules, Donations } from './schema.ts';

const tag = 'Donations';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;
const versioned = <T extends { version: number }>(body: T) => ({ body, version: body.version });

export const donationRoutes = [
  route({
    method: 'get',
    path: '/api/donation-rules',
    tag,
    summary: 'The rules that tax dates follow from, with their sources',
    status: 200,
    answer: DonationRules,
    problems: [],
    handle: async () => ({ body: { items: donationRules, noLegalAdvice } }),
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/donations',
    tag,
    summary: 'The donations inventory, with tax dates and totals',
    status: 200,
    answer: Donations,
    problems: seen,
    handle: async (services, request) => ({ body: await listDonations(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/donations',
    tag,
    summary: 'Add a donation',
    status: 201,
    creates: true,
    body: AddDonation,
    answer: Donation,
    problems: [...seen, 'too_many', 'invalid'],
    handle: async (services, request) => versioned(await addDonation(services, request)),
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/donations/:n',
    tag,
    summary: 'One donation',
    status: 200,
    answer: Donation,
    problems: seen,
    handle: async (services, request) => versioned(await readDonation(services, request)),
  }),
  route({
    method: 'patch',
    path: '/api/dossiers/:d/donations/:n',
    tag,
    summary: 'Change a donation',
    status: 200,
    versioned: true,
    body: ChangeDonation,
    answer: Donation,
    problems: [...seen, 'invalid'],
    handle: async (services, request) => versioned(await changeDonation(services, request)),
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/donations/:n',
    tag,
    summary: 'Remove a donation',
    status: 204,
    versioned: true,
    problems: seen,
    handle: removeDonation,
  }),
];

import { v7 as uuidv7 } from 'uuid';
import { newPerson } from '../by-sql.ts';
import type { At } from './callers.ts';
import type { Entry } from './entry.ts';

const reads = ['donations', 'read'] as const;
const writes = ['donations', 'write'] as const;
const path = '/api/dossiers/:d/donations';

async function donation({ world, where }: At) {
  const { owner } = world;
  const [id, doneeId] = [uuidv7(), await newPerson(world, where)];
  const row = {
    id,
    dossier_id: where.id,
    donor_id: where.holderId,
    given_on: '2024-12-31',
    category: 'money',
    description: 'For the house',
    cents: 50_000_00,
    currency: 'EUR',
    form: 'bank',
    registered: false,
    usufruct_reserved: false,
  };
  await owner`insert into donations ${owner(row)}`;
  const donee = { donation_id: id, person_id: doneeId, numerator: 1, denominator: 1 };
  await owner`insert into donees ${owner(donee)}`;
  return { n: id };
}

export const donations: Entry[] = [
  { route: 'get /api/donation-rules', needs: () => 'ok', ok: 200 },
  { route: `get ${path}`, needs: reads, ok: 200 },
  {
    route: `post ${path}`,
    needs: writes,
    request: async (at) => ({
      body: {
        donorId: at.where.holderId,
        donees: [{ personId: await newPerson(at.world, at.where), share: '1/1' }],
        givenOn: '2024-12-31',
        category: 'money',
        description: 'For the house',
        cents: 50_000_00,
        currency: 'EUR',
        form: 'bank',
        registered: false,
        usufructReserved: false,
      },
    }),
    ok: 201,
  },
  { route: `get ${path}/:n`, needs: reads, request: async (at) => ({ params: await donation(at) }), ok: 200 },
  {
    route: `patch ${path}/:n`,
    needs: writes,
    request: async (at) => ({
      params: await donation(at),
      version: 1,
      body: { description: 'For the garden' },
    }),
    ok: 200,
  },
  {
    route: `delete ${path}/:n`,
    needs: writes,
    request: async (at) => ({ params: await donation(at), version: 1 }),
    ok: 204,
  },
];

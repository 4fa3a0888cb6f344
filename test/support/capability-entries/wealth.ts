import { v7 as uuidv7 } from 'uuid';
import type { At } from './callers.ts';
import type { Entry } from './entry.ts';

const reads = ['wealth', 'read'] as const;
const writes = ['wealth', 'write'] as const;
const path = '/api/dossiers/:d/wealth/items';

/** An item that the holder owns, with its values of two days. */
export async function item({ world: { owner }, where }: At) {
  const [id, valueId] = [uuidv7(), uuidv7()];
  const row = { id, dossier_id: where.id, kind: 'bank_account', name: 'Savings', currency: 'EUR' };
  await owner`insert into wealth_items ${owner(row)}`;
  const values = [
    { id: uuidv7(), item_id: id, valued_on: '2024-12-31', cents: 1_000_00 },
    { id: valueId, item_id: id, valued_on: '2025-01-31', cents: 1_100_00 },
  ];
  await owner`insert into item_values ${owner(values)}`;
  const holder = { item_id: id, person_id: where.holderId, form: 'full', numerator: 1, denominator: 1 };
  await owner`insert into owners ${owner(holder)}`;
  return { id, valueId };
}

const anItem = async (at: At) => ({ i: (await item(at)).id });
const file = {
  type: 'text/csv',
  content:
    'kind,name,value,currency,valued_on,owners\nbank_account,Savings,1000.00,EUR,2024-12-31,full outside 1/1\n',
};

export const wealth: Entry[] = [
  { route: `get ${path}`, needs: reads, ok: 200 },
  {
    route: `post ${path}`,
    needs: writes,
    request: ({ where }) => ({
      body: {
        kind: 'real_estate',
        name: 'Home',
        currency: 'EUR',
        value: { cents: 350_000_00, valuedOn: '2024-12-31' },
        owners: [{ personId: where.holderId, form: 'full', share: '1/1' }],
      },
    }),
    ok: 201,
  },
  { route: `get ${path}/:i`, needs: reads, request: async (at) => ({ params: await anItem(at) }), ok: 200 },
  {
    route: `patch ${path}/:i`,
    needs: writes,
    request: async (at) => ({ params: await anItem(at), version: 1, body: { name: 'Current account' } }),
    ok: 200,
  },
  {
    route: `delete ${path}/:i`,
    needs: writes,
    request: async (at) => ({ params: await anItem(at), version: 1 }),
    ok: 204,
  },
  {
    route: `delete ${path}/:i/values/:v`,
    needs: writes,
    request: async (at) => {
      const { id, valueId } = await item(at);
      return { params: { i: id, v: valueId }, version: 1 };
    },
    ok: 200,
  },
  { route: `get ${path}/csv`, needs: reads, ok: 200 },
  { route: `post ${path}/csv`, needs: writes, request: () => ({ file }), ok: 201 },
  { route: `post ${path}/csv/preview`, needs: writes, request: () => ({ file }), ok: 200 },
];

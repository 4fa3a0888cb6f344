import type { Answer, Client } from './client.ts';
import type { Dossier } from './people.ts';

/* The wealth inventory of the tests. */

type Somebody = { client: Client };

export const itemsPath = ({ path }: Dossier) => `${path}/wealth/items`;
export const itemPath = (where: Dossier, id: string) => `${itemsPath(where)}/${id}`;

/** A body that adds a house of the holder's. */
export const house = ({ holderId }: Dossier, fields: object = {}) => ({
  kind: 'real_estate',
  name: 'Maison à Uccle',
  currency: 'EUR',
  value: { cents: 450_000_00, valuedOn: '2024-06-30' },
  owners: [{ personId: holderId, form: 'full', share: '1' }],
  ...fields,
});

/** A file that adds a loan. */
export const inventoryFile =
  'kind,name,value,currency,valued_on,owners\nloan,Prêt,1234.50,EUR,2024-06-30,full outside 1\n';

/** Enters an item, a house where nothing else is said. @returns the API's answer body */
export async function addItem({ client }: Somebody, where: Dossier, fields: object = {}) {
  const answer = await client.post(itemsPath(where), house(where, fields));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** The whole inventory as somebody sees it. */
export const inventoryOf = async ({ client }: Somebody, where: Dossier) =>
  (await client.get(itemsPath(where))).body;

export const upload = (
  { client }: Somebody,
  where: Dossier,
  content: string | Buffer,
  call: 'csv' | 'csv/preview' = 'csv',
): Promise<Answer> => client.upload(`${itemsPath(where)}/${call}`, 'text/csv', content);

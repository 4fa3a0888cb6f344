import { dossier, person } from '../support/people.ts';
import type { Statement } from '../support/wire.ts';
import type { Figure } from './figures.ts';
import { hearApi } from './heard-api.ts';
import { addPending, type Surroundings } from './surroundings.ts';

const isFrame = ({ text }: Statement) => /^(begin|commit)/i.test(text);
const isLookUp = ({ text }: Statement) => /from sessions s join accounts a/.test(text);

type Around = Pick<Surroundings, 'databaseUrl' | 'env' | 'manager' | 'owner'>;

/** Statements of calls, as PostgreSQL hears them, without the look-up of the session and BEGIN and COMMIT. */
export async function countStatements(around: Around): Promise<Figure[]> {
  const api = await hearApi(around);
  try {
    const d = await dossier(around.manager);
    await addPending(around.owner, d.id, 50);
    const personId = await person(around.manager, d);
    let n = 0;
    const give = async () => {
      const email = `given.${++n}@people.test`;
      const body = { email, phone: '+32470000008', right: 'read_only' };
      await api.client.put(`${d.path}/access-rights/persons/${personId}`, body);
    };
    const calls: [name: string, call: () => Promise<unknown>][] = [
      ['a save that gives access', give],
      ["the tab 'access rights', of 52 persons", () => api.client.get(`${d.path}/access-rights`)],
      ['a read of the dossier', () => api.client.get(d.path)],
      ['a guarded read (wealth)', () => api.client.get(`${d.path}/wealth/items`)],
    ];
    const figures: Figure[] = [];
    for (const [name, call] of calls) {
      const heard = await api.statementsOf(call);
      const value = heard.filter((one) => !isFrame(one) && !isLookUp(one)).length;
      figures.push({ name, value, base: null, ratio: null, unit: 'statements', limit: { atMost: 2 } });
    }
    const lookUp = (await api.statementsOf(() => api.client.get('/api/me'))).filter(isLookUp).length;
    figures.push({
      name: 'the look-up of the session, before each',
      value: lookUp,
      base: null,
      ratio: null,
      unit: 'statements',
      limit: { atMost: 1 },
    });
    return figures;
  } finally {
    await api.close();
  }
}

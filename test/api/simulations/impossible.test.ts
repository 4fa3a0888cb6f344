import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectRefused, fieldErrors } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../../support/people.ts';
import { itemRow } from '../../support/wealth-rows.ts';
import { createWorld } from '../../support/world.ts';

/* Impossible assumptions: 422 with each field and why, and nothing stored. */

let world: ReturnType<typeof heldToContract>;
let manager: Somebody;
let where: Dossier;
let ids: Record<'father' | 'child' | 'dead' | 'stranger' | 'house' | 'loan' | 'elsewhere', string>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
  where = await dossier(manager);
  const other = await dossier(manager);
  const father = where.holderId;
  const house = await itemRow(world, where, 1000, [
    [father, 'full', '1/2'],
    [null, 'full', '1/2'],
  ]);
  ids = {
    father,
    child: await person(manager, where),
    dead: await person(manager, where, { deathDate: '2020-01-01' }),
    stranger: other.holderId,
    house,
    loan: await itemRow(world, where, 2 ** 52 - 1, [[father, 'full', '1']], { kind: 'loan' }),
    elsewhere: await itemRow(world, other, 1, [[other.holderId, 'full', '1']]),
  };
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const now = new Date().getUTCFullYear();
const gift = (change: object = {}) => ({
  year: now + 2,
  itemId: ids.house,
  donorId: ids.father,
  share: '1/2',
  donees: [{ personId: ids.child, share: '1' }],
  usufructReserved: false,
  ...change,
});
const death = (change: object = {}) => ({ personId: ids.father, year: now + 2, ...change });

it.each<[string, () => object, [string, string][]]>([
  [
    'a gift of more than the donor has',
    () => ({ donations: [gift({ share: '2/3' })] }),
    [['donations.0.share', 'exceeds_ownership']],
  ],
  [
    'a gift of what was given',
    () => ({ donations: [gift(), gift()] }),
    [['donations.1.share', 'exceeds_ownership']],
  ],
  [
    'a gift after the donor’s death',
    () => ({ donations: [gift()], deaths: [death({ year: now + 1 })] }),
    [['donations.0.donorId', 'dead_by_then']],
  ],
  [
    'a gift of another dossier’s item',
    () => ({ donations: [gift({ itemId: ids.elsewhere })] }),
    [['donations.0.itemId', 'not_in_inventory']],
  ],
  [
    'a gift of a debt',
    () => ({ donations: [gift({ itemId: ids.loan })] }),
    [['donations.0.itemId', 'is_debt']],
  ],
  [
    'a gift to a stranger',
    () => ({ donations: [gift({ donees: [{ personId: ids.stranger, share: '1' }] })] }),
    [['donations.0.donees.0.personId', 'not_in_family']],
  ],
  [
    'a gift to himself',
    () => ({ donations: [gift({ donees: [{ personId: ids.father, share: '1' }] })] }),
    [['donations.0.donees.0.personId', 'is_donor']],
  ],
  [
    'a gift of half a gift',
    () => ({ donations: [gift({ donees: [{ personId: ids.child, share: '1/2' }] })] }),
    [['donations.0.donees', 'not_whole']],
  ],
  [
    'years without end',
    () => ({ donations: [gift({ year: now })], deaths: [death({ year: 9_007_199_254_740_991 })] }),
    [
      ['donations.0.year', 'outside_horizon'],
      ['deaths.0.year', 'outside_horizon'],
    ],
  ],
  [
    'the death of a stranger',
    () => ({ deaths: [death({ personId: ids.stranger })] }),
    [['deaths.0.personId', 'not_in_family']],
  ],
  [
    'the death of who is dead',
    () => ({ deaths: [death({ personId: ids.dead })] }),
    [['deaths.0.personId', 'already_dead']],
  ],
  ['two deaths of one', () => ({ deaths: [death(), death()] }), [['deaths.1.personId', 'dies_twice']]],
  [
    'heirs that make no whole',
    () => ({ deaths: [death({ heirs: [{ personId: ids.child, form: 'usufruct', share: '1' }] })] }),
    [['deaths.0.heirs', 'not_whole']],
  ],
  [
    'a dead heir',
    () => ({ deaths: [death({ heirs: [{ personId: ids.dead, form: 'full', share: '1' }] })] }),
    [['deaths.0.heirs.0.personId', 'dead_by_then']],
  ],
  [
    'growth past what is calculated',
    () => ({ growth: { loan: '0.0001' } }),
    [['growth.loan', 'amount_too_large']],
  ],
])('%s', async (_, assumptions, errors) => {
  const call = () =>
    manager.client.post(`${where.path}/simulations`, { name: 'X', horizon: 5, ...assumptions() });
  expect(fieldErrors(await expectRefused(world, call, 422, 'invalid'))).toEqual(errors);
});

it('the same without what is impossible is carried out', async () => {
  const body = { name: 'X', horizon: 5, donations: [gift()], deaths: [death()] };
  expect((await manager.client.post(`${where.path}/simulations`, body)).status).toBe(201);
});

it('a refusal quotes no name, id or amount', async () => {
  const body = { name: 'Secret', horizon: 5, donations: [gift({ donorId: ids.stranger, share: '7/9' })] };
  const answer = await manager.client.post(`${where.path}/simulations`, body);
  expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`Secret|7/9|${ids.stranger}|${ids.house}`));
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertItems } from '../../../src/db/queries/inventories.ts';
import { assetKinds, debtKinds } from '../../../src/domain/words.ts';
import { everything, expectRefused, fieldErrors } from '../../support/access.ts';
import type { Answer } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { inFull, owners } from '../../support/owners.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../../support/people.ts';
import { lines, name } from '../../support/texts.ts';
import { addItem, inventoryOf, itemPath, itemsPath, upload } from '../../support/wealth.ts';
import { createWorld } from '../../support/world.ts';

/* The inventory as a CSV file over HTTP: preview, import, export. */

let world: ReturnType<typeof heldToContract>;
let manager: Somebody;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const header = 'kind,name,value,currency,valued_on,owners,description,country';
const file = (...rows: string[]) => [header, ...rows].join('\r\n');
const loan = (owners: string) => `loan,Prêt,1234.50,EUR,2024-06-30,${owners},,`;
const exported = async (where: Dossier): Promise<Buffer> =>
  (await manager.client.get(`${itemsPath(where)}/csv`)).body;
const unsaved = ({ id, version, values, ...item }: Record<string, unknown>) => item;
const itemsOf = async (where: Dossier) => (await inventoryOf(manager, where)).items;

describe('import', () => {
  it('is shown before, then adds every line, beside what is there', async () => {
    const where = await dossier(manager, { couple: true });
    const known = await addItem(manager, where);
    const child = await person(manager, where, { firstName: 'Zoé', lastName: 'Dupont-Martin' });
    const text = file(
      `real_estate,"Maison, bel étage",450000,EUR,2024-06-30,"usufruct Jeanne Dupont 1; bare zoé DUPONT-MARTIN 1/2; bare ${where.coHolderId} 1/2","Deux étages\nJardin",BE`,
      '',
      loan('full outside 1'),
      loan('full Paul Martin 2/2'),
    );
    const items = [
      {
        kind: 'real_estate',
        name: 'Maison, bel étage',
        description: 'Deux étages\nJardin',
        country: 'BE',
        currency: 'EUR',
        value: { cents: 450_000_00, valuedOn: '2024-06-30' },
        owners: [
          { personId: where.holderId, form: 'usufruct', share: '1' },
          { personId: where.coHolderId, form: 'bare', share: '1/2' },
          { personId: child, form: 'bare', share: '1/2' },
        ],
      },
      ...[null, where.coHolderId].map((personId) => ({
        kind: 'loan',
        name: 'Prêt',
        description: null,
        country: null,
        currency: 'EUR',
        value: { cents: 1234_50, valuedOn: '2024-06-30' },
        owners: [{ personId, form: 'full', share: '1' }],
      })),
    ];
    const before = await everything(world);
    const preview = await upload(manager, where, text, 'csv/preview');
    expect(await everything(world)).toEqual(before);
    expect([preview.status, preview.body.rejected]).toEqual([200, []]);
    const inOrder = (all: { owners: object[] }[]) =>
      all.map((item) => ({ ...item, owners: expect.arrayContaining(item.owners) }));
    expect(preview.body.items).toEqual(inOrder(items).map((item, i) => ({ ...item, line: [2, 5, 6][i] })));

    const imported = await upload(manager, where, text);
    expect([imported.status, imported.body.items.map(unsaved)]).toEqual([201, items]);
    const all = await itemsOf(where);
    expect(all.map(unsaved)).toEqual([unsaved(known), ...items]);
    expect(all.slice(1)).toEqual(imported.body.items);
    const [first] = imported.body.items;
    const whole = (await manager.client.get(itemPath(where, first.id))).body;
    expect(whole).toEqual({ ...first, values: [{ id: expect.any(String), ...first.value }] });
    expect((await manager.client.patch(itemPath(where, first.id), 1, { name: 'x' })).status).toBe(200);
  });

  it('is refused for any rejected line, with an entry for each and its columns; nothing is saved', async () => {
    const where = await dossier(manager, { couple: true });
    await person(manager, where, { firstName: 'JEANNE', lastName: 'Dupont' });
    const stranger = (await dossier(manager)).holderId;
    const text = file(
      loan('full outside 1'),
      loan('full Jeanne Dupont 1'),
      loan('full Nobody Here 1'),
      loan(`full ${stranger} 1`),
      loan('full Paul Martin 1/3'),
      'yacht,,-1,ECU,2999-01-01,full outside 1,=1,XX',
      'loan,x',
      loan('full Paul Martin 1'),
    );
    const rejected = [
      [3, 'owners', 'ambiguous_person'],
      [4, 'owners', 'not_in_family'],
      [5, 'owners', 'not_in_family'],
      [6, 'owners', 'does_not_add_up'],
      [7, 'value', 'formula'],
      [7, 'description', 'formula'],
      [7, 'name', 'required'],
      [7, 'kind', 'invalid_value'],
      [7, 'country', 'invalid_value'],
      [7, 'currency', 'unknown_currency'],
      [7, 'valued_on', 'in_the_future'],
      [8, null, 'wrong_number_of_cells'],
    ] as const;
    const preview = await upload(manager, where, text, 'csv/preview');
    expect(preview.body.items.map(({ line }: { line: number }) => line)).toEqual([2, 9]);
    const seen = preview.body.rejected.map((one: Record<string, unknown>) => [one.line, one.field, one.code]);
    const sorted = (rows: readonly unknown[]) => rows.map(String).sort();
    expect(sorted(seen)).toEqual(sorted(rejected));
    const refused = await expectRefused(world, () => upload(manager, where, text), 422, 'bad_file');
    expect(sorted(fieldErrors(refused))).toEqual(
      sorted(
        rejected.map(([line, field, code]) => [field ? `line ${line}: ${field}` : `line ${line}`, code]),
      ),
    );
    expect(JSON.stringify(refused.body)).not.toMatch(/jeanne|nobody|yacht|paul/i);
  });

  it.each<[string, string | Buffer, string, [string, string][]]>([
    ['an empty file', '', 'bad_file', [['file', 'empty']]],
    [
      'a spreadsheet',
      Buffer.from('PK\x03\x04\x14\0\x06\0\x08', 'latin1'),
      'bad_file',
      [['file', 'spreadsheet']],
    ],
    ['Windows-1252', Buffer.from(file(loan('full outside 1')), 'latin1'), 'bad_file', [['file', 'not_utf8']]],
    ['a NUL', file(loan('full out\0side 1')), 'bad_file', [['file', 'nul_character']]],
    ['an open quote', file(loan('"full outside 1')), 'bad_file', [['line 2', 'unbalanced_quotes']]],
    [
      'a missing column',
      'kind,name,value,currency,owners\n',
      'bad_file',
      [['line 1: valued_on', 'missing_column']],
    ],
    ['an unknown column', `${header},id`, 'bad_file', [['line 1', 'unknown_column']]],
    ['a doubled column', `${header},kind`, 'bad_file', [['line 1: kind', 'doubled_column']]],
  ])('%s is refused, in the preview too', async (_name, content, code, errors) => {
    const where = await dossier(manager);
    for (const call of ['csv', 'csv/preview'] as const) {
      const refused = await expectRefused(world, () => upload(manager, where, content, call), 422, code);
      expect(fieldErrors(refused)).toEqual(errors);
    }
  });

  it('takes no other type, no more than 1 MB, and no more lines than there is room for', async () => {
    const where = await dossier(manager);
    for (const call of ['csv', 'csv/preview'] as const) {
      const path = `${itemsPath(where)}/${call}`;
      const send = (type: string) => () => manager.client.upload(path, type, file(loan('full outside 1')));
      await expectRefused(world, send('application/json'), 415, 'wrong_file_type');
      await expectRefused(world, send('application/vnd.ms-excel'), 415, 'wrong_file_type');
      await expectRefused(world, () => manager.client.post(path), 415, 'wrong_file_type');
      const large = file(`loan,x,1,EUR,2024-01-01,full outside 1,${'x'.repeat(1024 * 1024)},`);
      await expectRefused(world, () => upload(manager, where, large, call), 413, 'file_too_large');
      const many = file(...Array(10_000).fill(loan('full outside 1')));
      await expectRefused(world, () => upload(manager, where, many, call), 409, 'too_many');
    }
    const [none, most] = [file(), file(...Array(499).fill(loan('full outside 1')))];
    expect([(await upload(manager, where, none)).status, await itemsOf(where)]).toEqual([201, []]);
    await addItem(manager, where);
    const twins = await Promise.all([upload(manager, where, most), upload(manager, where, most)]);
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await itemsOf(where)).toHaveLength(500);
    const one = file(loan('full outside 1'));
    await expectRefused(world, () => upload(manager, where, one, 'csv/preview'), 409, 'too_many');
    await expectRefused(world, () => upload(manager, where, one), 409, 'too_many');
  });

  it('is carried out once, also when it is sent again with its key', async () => {
    const where = await dossier(manager);
    const key = { 'Idempotency-Key': 'import-1' };
    const send = (content: string): Promise<Answer> =>
      manager.client.upload(`${itemsPath(where)}/csv`, 'text/csv', content, key);
    const first = await send(file(loan('full outside 1')));
    expect(await send(file(loan('full outside 1')))).toMatchObject({ status: 201, body: first.body });
    await expectRefused(world, () => send(file()), 422, 'idempotency_key_reused');
    expect(await itemsOf(where)).toHaveLength(1);
  });
});

describe('export', () => {
  it('is a download in UTF-8 with a BOM, each item with its newest value', async () => {
    const where = await dossier(manager, { couple: true });
    const item = await addItem(manager, where, {
      name: 'Maison "à" Uccle',
      country: 'BE',
      description: '=1+1\n;',
    });
    const value = { cents: 5, valuedOn: '2025-01-01' };
    await manager.client.patch(itemPath(where, item.id), 1, { value });
    const answer = await manager.client.get(`${itemsPath(where)}/csv`);
    expect([
      answer.status,
      answer.headers.get('content-type'),
      answer.headers.get('content-disposition'),
    ]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="wealth.csv"']);
    expect(answer.body.toString()).toBe(
      `\ufeff${header}\r\nreal_estate,"Maison ""à"" Uccle",0.05,EUR,2025-01-01,full Jeanne Dupont 1,"'=1+1\n;",BE\r\n`,
    );
  });

  it('of nothing is a header, which adds nothing', async () => {
    const where = await dossier(manager);
    expect((await exported(where)).toString()).toBe(`\ufeff${header}\r\n`);
    expect((await upload(manager, where, await exported(where))).body).toEqual({ items: [] });
  });

  it('taken in again by the same family with an empty inventory gives the same inventory', async () => {
    const where = await dossier(manager);
    const { owner, db } = world;
    const run = async (
      names: [string, string][],
      make: (ids: string[]) => Parameters<typeof insertItems>[2],
    ) => {
      await owner`update wealth_items set removed_at = now() where dossier_id = ${where.id}`;
      await owner`update persons set removed_at = now() where dossier_id = ${where.id} and central is null`;
      const ids = await Promise.all(
        names.map(async ([firstName, lastName]) => person(manager, where, { firstName, lastName })),
      );
      await insertItems(db.sql, where.id, make(ids));
      const [before, csv] = [await inventoryOf(manager, where), await exported(where)];
      await owner`update wealth_items set removed_at = now() where dossier_id = ${where.id}`;
      expect((await upload(manager, where, csv)).status).toBe(201);
      const after = await inventoryOf(manager, where);
      expect(after.items.map(unsaved)).toEqual(before.items.map(unsaved));
      expect(after.totals).toEqual(before.totals);
      expect(await exported(where)).toEqual(csv);
      return before.items.length;
    };
    const fields = {
      name,
      description: fc.option(lines),
      country: fc.constantFrom('BE', 'FR', null),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      cents: fc.integer({ min: 0, max: 10 ** 13 }),
      valuedOn: fc.constantFrom('1000-01-01', '2024-02-29'),
    };
    const places = ['0', '1', '2', '3', '4', null];
    const item = fc.oneof(
      fc.record({ ...fields, kind: fc.constantFrom(...assetKinds), owners: owners(places) }),
      fc.record({ ...fields, kind: fc.constantFrom(...debtKinds), owners: inFull(places) }),
    );
    // Two persons of one name: only their ids tell them apart.
    const names = fc
      .array(fc.tuple(name, name), { minLength: 4, maxLength: 4 })
      .map((all): [string, string][] => [all[0]!, ...all]);
    let items = 0;
    await fc.assert(
      fc.asyncProperty(names, fc.array(item, { maxLength: 8 }), async (family, all) => {
        items += await run(family, (ids) =>
          all.map((one) => ({
            ...one,
            owners: one.owners.map(({ personId, ...share }) => ({
              ...share,
              personId: personId === null ? null : ids[Number(personId)]!,
            })),
          })),
        );
      }),
      { numRuns: 25 },
    );
    expect(items).toBeGreaterThan(25);
  });
});

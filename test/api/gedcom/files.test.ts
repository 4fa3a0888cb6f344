import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldToContract } from '../../support/contract.ts';
import { gedcomPath, importFile, preview } from '../../support/gedcom.ts';
import { dossier, firm, member } from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const file = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url));

/** What a preview says, in words: who, which couples, whose child, and what is left out. */
async function told(name: string) {
  const where = await dossier(manager);
  const { status, body } = await preview(manager, where, file(name));
  expect(status).toBe(200);
  const { persons, unions, parents, leftOut, counts } = body;
  const imported = await importFile(manager, where, file(name));
  expect(imported).toMatchObject({ status: 201, body: counts });
  expect((await manager.client.get(gedcomPath(where))).status).toBe(200);
  type Entry = Record<string, string>;
  return {
    persons: persons.map((one: Entry) =>
      [one.firstName, one.lastName, one.sex, one.birthDate, one.deathDate]
        .map((value) => value ?? '-')
        .join(' | '),
    ),
    unions: unions.map((one: { personXrefs: string[] } & Entry) =>
      [...one.personXrefs, one.kind, one.start ?? '-', one.end ?? '-'].join(' '),
    ),
    parents: parents.map((one: Entry) => `${one.childXref} ${one.parentXref} ${one.kind}`),
    leftOut: leftOut
      .filter((one: Entry) => one.code !== 'no_place')
      .map((one: Entry) => `${one.xref} ${one.tag} ${one.code}`),
  };
}

test('a file that Gramps wrote', async () => {
  expect(await told('gramps-5.1.5.ged')).toEqual({
    persons: [
      'Charles-Joseph | de Ligne | male | 1921-05-12 | -',
      'Zoé | Öström | female | 1900-03-16 | 1996-02-29',
      'Łukasz | de Ligne | male | 1950-02-01 | -',
      '小明 | 李 | female | - | -',
      'Noor 🌷 | D’Hondt | female | - | -',
      'Adopted | de Ligne | male | 1980-10-10 | -',
      'Foster | Child | - | 1981-11-11 | -',
      'Step | D’Hondt | female | 1999-12-24 | -',
      'Mononym | ? | - | - | -',
    ],
    unions: [
      'I0001 I0002 marriage 1945-06-05 -',
      'I0003 I0004 marriage 1975-05-05 1990-01-01',
      'I0003 I0005 cohabitation 1995-09-01 -',
    ],
    parents: [
      'I0003 I0001 birth',
      'I0003 I0002 birth',
      'I0006 I0003 adoption',
      'I0006 I0004 adoption',
      'I0008 I0003 adoption',
      'I0008 I0005 birth',
    ],
    leftOut: [
      'I0001 NAME name_part',
      'I0001 DEAT death_without_day',
      'I0001 NATI unknown_country',
      'I0004 BIRT imprecise_date',
      'I0009 NAME name_incomplete',
      'I0007 FAMC other_parenthood',
    ],
  });
});

test('FamilySearch’s file with nearly everything that version 7 has', async () => {
  expect(await told('maximal70.ged')).toEqual({
    persons: [
      'Joseph | de Allen | male | 2000-01-01 | 2022-03-28',
      'Maiden Name | ? | female | - | -',
      '? | ? | - | - | -',
      '? | ? | - | - | -',
    ],
    unions: [],
    parents: ['I4 I1 birth', 'I4 I2 birth'],
    leftOut: [
      'I1 NAME name_part',
      'I1 NATI unknown_country',
      'I2 NAME name_incomplete',
      'I3 INDI name_incomplete',
      'I3 SEX other_sex',
      'I4 INDI name_incomplete',
      'I1 ADOP unclear_adoption',
      'F1 ANUL ended_union',
    ],
  });
});

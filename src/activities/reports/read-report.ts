import { type Database, type Queries, snapshot } from '../../db/client.ts';
import { readTree } from '../../db/queries/family.ts';
import { type ItemRow, readDonations, readItems } from '../../db/queries/inventories.ts';
import { type LineRow, readLines } from '../../db/queries/line-facts.ts';
import {
  type ReportRow,
  readItemNames,
  readSimulation,
  readTeam,
  readTitle,
  type StoredSimulation,
} from '../../db/queries/reports.ts';
import { taxOf } from '../../domain/donation-dates.ts';
import { divideValue } from '../../domain/ownership.ts';
import { lastDay } from '../../domain/until.ts';
import { totalsOf } from '../../domain/wealth-totals.ts';
import { itemKinds } from '../../domain/words.ts';
import type { ReportAccess, ReportData, ReportItem, ReportPerson, ReportSimulation } from './report-data.ts';

/** Reads all that a report is drawn from, as it stood at one moment. */
export const readReportData = (db: Database, report: ReportRow): Promise<ReportData> =>
  snapshot(db, async (tx) => {
    const { dossierId, language, simulationId, withAccess } = report;
    const { at, teamMode, ...title } = await readTitle(tx, dossierId);
    const tree = await readTree(tx, dossierId);
    const items = await readItems(tx.sql, dossierId);
    const given = await readDonations(tx.sql, dossierId);
    const names = await readItemNames(tx, dossierId);
    const simulation = simulationId ? await readSimulation(tx, simulationId) : undefined;
    const { byPerson, net } = totalsOf(items);
    return {
      language,
      madeAt: new Date(at).toISOString(),
      ...title,
      persons: tree.persons.map(personOf),
      unions: tree.unions.map(({ personIds, kind, regime, start, end }) => ({
        personIds,
        kind,
        regime,
        start,
        end,
      })),
      parents: tree.parents.map(({ childId, parentId, kind }) => ({ childId, parentId, kind })),
      wealth: { items: items.map(itemOf), byPerson, net },
      donations: given.map(({ itemId, ...donation }) => ({
        ...donation,
        itemName: itemId && (names.get(itemId) ?? null),
        tax: taxOf(donation),
      })),
      simulation: simulation ? simulationOf(simulation) : null,
      access: withAccess ? await readAccess(tx, dossierId, teamMode) : null,
    };
  });

const personOf = (person: ReportPerson): ReportPerson => {
  const { id, firstName, lastName, birthDate, deathDate, nationality, country, region, central } = person;
  return { id, firstName, lastName, birthDate, deathDate, nationality, country, region, central };
};

function itemOf({ version, owners, ...item }: ItemRow): ReportItem {
  const parts = divideValue(BigInt(item.cents), owners);
  return { ...item, owners: owners.map((owner, i) => ({ ...owner, cents: Number(parts[i]) })) };
}

function simulationOf({
  assumptions,
  persons,
  items,
  createdAt,
  ...stored
}: StoredSimulation): ReportSimulation {
  const names = new Map(items.map((item) => [item.id, item.name]));
  return {
    ...stored,
    madeAt: new Date(createdAt).toISOString(),
    horizon: assumptions.horizon,
    inflation: assumptions.inflation,
    growth: itemKinds.flatMap((kind) => {
      const percent = assumptions.growth[kind];
      return percent === undefined ? [] : [{ kind, percent }];
    }),
    donations: assumptions.donations.map(({ itemId, ...donation }) => ({
      ...donation,
      itemName: names.get(itemId) ?? '',
    })),
    deaths: assumptions.deaths.map(({ personId, year }) => ({ personId, year })),
    persons: persons.map(({ id, firstName, lastName }) => ({ id, firstName, lastName })),
  };
}

async function readAccess(
  tx: Queries,
  dossierId: string,
  teamMode: ReportAccess['teamMode'],
): Promise<ReportAccess> {
  const lines = await readLines(tx, dossierId);
  return { teamMode, members: [...(await readTeam(tx, dossierId))], lines: lines.flatMap(lineOf) };
}

/** Names, what they are there, and what they may do: no address and no number goes into a report. */
const lineOf = ({ kind, firstName, lastName, central, type, grant }: LineRow): ReportAccess['lines'] =>
  grant
    ? [
        {
          firstName,
          lastName,
          party: kind === 'person' ? { kind, central } : { kind, type: type! },
          right: grant.right,
          until: lastDay(grant.endsAt),
          openedAt: grant.openedAt,
        },
      ]
    : [];

import { v7 as uuidv7 } from 'uuid';
import type { Queries } from '../../db/client.ts';
import {
  advisors,
  donations,
  donees,
  dossiers,
  itemValues,
  owners,
  parentLinks,
  persons,
  unions,
  wealthItems,
} from '../../db/schema/index.ts';
import type { Outcome } from '../../domain/invitation.ts';
import type { Share } from '../../domain/ownership.ts';
import type { Assumptions, PlannedDonation } from '../../domain/simulation.ts';
import type { GrantedRight, OwnershipForm, ParentKind } from '../../domain/words.ts';

type Columns<T extends { $inferInsert: object }, Own extends string> = Omit<
  T['$inferInsert'],
  'id' | 'dossierId' | Own
>;
type Part = [numerator: number, denominator: number];

/** An access, and what has become of its invitation when the demo is ready. */
export type DemoAccess = {
  /** A person or an advisor, by key. */
  to: string;
  right: GrantedRight;
  /** A person's; an advisor's are registered with him. */
  email?: string;
  phone?: string;
  /** The holder who gives it, by his address; else the manager. */
  by?: string;
  becomes: 'waiting_first_reminder' | 'waiting_second_reminder' | Outcome;
};

/** A family with all that it owns and gave; persons and items are named by a key of this text's own. */
export type DemoFamily = {
  name: string;
  persons: Record<string, Columns<typeof persons, never>>;
  unions: ({ couple: [string, string] } & Columns<typeof unions, 'personA' | 'personB'>)[];
  /** Child, then parents by birth; or by adoption. */
  parents: { child: string; of: string[]; kind?: ParentKind }[];
  advisors: Record<string, Columns<typeof advisors, never>>;
  /** Who has access, in the order in which it is given; `later`, once those before have their accounts. */
  access: DemoAccess[];
  later: DemoAccess[];
  items: Record<
    string,
    Columns<typeof wealthItems, never> & {
      /** Day and cents, the oldest first. */
      values: [day: string, cents: number][];
      owners: [person: string | null, form: OwnershipForm, part: Part][];
    }
  >;
  donations: (Columns<typeof donations, 'donorId' | 'itemId'> & {
    donor: string;
    item?: string;
    donees: [person: string | null, part: Part][];
  })[];
  /** What is assumed, the years counted from the start year. */
  simulations: (Pick<Assumptions, 'horizon' | 'inflation' | 'growth'> & {
    name: string;
    gifts: (Pick<PlannedDonation, 'share' | 'usufructReserved'> & {
      after: number;
      item: string;
      donor: string;
      donees: [person: string, share: Share][];
    })[];
    deaths: { who: string; after: number }[];
  })[];
};

/** Writes a family. @returns the dossier's id, and those of its persons and items by their keys */
export async function fill({ orm }: Queries, firmId: string, managerId: string, family: DemoFamily) {
  const dossierId = uuidv7();
  const ids = (keyed: object): Record<string, string> =>
    Object.fromEntries(Object.keys(keyed).map((key) => [key, uuidv7()]));
  const person = ids(family.persons);
  const item = ids(family.items);
  const row = () => ({ id: uuidv7(), dossierId });
  const whose = (key: string | null) => (key === null ? null : person[key]!);
  const share = ([numerator, denominator]: Part) => ({ numerator, denominator });

  await orm.insert(dossiers).values({ id: dossierId, firmId, managerId, name: family.name });
  await orm
    .insert(persons)
    .values(
      Object.entries(family.persons).map(([key, columns]) => ({ ...columns, id: person[key]!, dossierId })),
    );
  await orm.insert(unions).values(
    family.unions.map(({ couple: [a, b], ...columns }) => ({
      ...row(),
      ...columns,
      personA: person[a]!,
      personB: person[b]!,
    })),
  );
  await orm
    .insert(parentLinks)
    .values(
      family.parents.flatMap(({ child, of, kind = 'birth' }) =>
        of.map((parent) => ({ ...row(), childId: person[child]!, parentId: person[parent]!, kind })),
      ),
    );
  await orm
    .insert(advisors)
    .values(Object.values(family.advisors).map((columns) => ({ ...row(), ...columns })));

  const items = Object.entries(family.items).map(([key, { values, owners, ...columns }]) => ({
    columns: { ...columns, id: item[key]!, dossierId },
    values: values.map(([valuedOn, cents]) => ({ id: uuidv7(), itemId: item[key]!, valuedOn, cents })),
    owners: owners.map(([key_, form, part]) => ({
      itemId: item[key]!,
      personId: whose(key_),
      form,
      ...share(part),
    })),
  }));
  await orm.insert(wealthItems).values(items.map(({ columns }) => columns));
  await orm.insert(itemValues).values(items.flatMap(({ values }) => values));
  await orm.insert(owners).values(items.flatMap((one) => one.owners));

  const gifts = family.donations.map(({ donor, item: given, donees, ...columns }) => ({
    columns: { ...row(), ...columns, donorId: person[donor]!, itemId: given ? item[given]! : null },
    donees,
  }));
  await orm.insert(donations).values(gifts.map(({ columns }) => columns));
  await orm.insert(donees).values(
    gifts.flatMap((gift) =>
      gift.donees.map(([key, part]) => ({
        donationId: gift.columns.id,
        personId: whose(key),
        ...share(part),
      })),
    ),
  );
  return { dossierId, person, item };
}

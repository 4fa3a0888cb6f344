import { type ItemKind, isDebt, itemKinds } from '../../../domain/words.ts';
import type { ReportItem } from '../report-data.ts';
import { type Drawing, notice, paragraph, section, withShare } from './parts.ts';
import { type Column, type Row, table } from './table.ts';

/** The wealth inventory: an overview, then what each person owns and owes, then each item. */
export function wealth(drawing: Drawing) {
  const words = drawing.texts.wealth;
  const frame = { id: 'wealth', title: words.title };
  if (drawing.data.wealth.items.length === 0) return section(drawing, frame, paragraph(words.empty));
  return section(
    drawing,
    frame,
    notice(words.note),
    table(words.summary, ...overview(drawing)),
    table(words.byPerson, ...byPerson(drawing)),
    table(words.byItem, ...byItem(drawing)),
  );
}

function overview({ texts, data, format, nameOf }: Drawing): [Column[], Row[]] {
  const words = texts.wealth;
  const amount = (title: string): Column => ({ title, width: 15.5, align: 'right' });
  const columns: Column[] = [
    { title: words.person, width: 22.5 },
    amount(words.form.full),
    amount(words.form.usufruct),
    amount(words.form.bare),
    amount(words.debts),
    amount(words.net),
  ];
  const persons = data.wealth.byPerson.map(
    ({ personId, currency, full, usufruct, bare, debts, net }): Row => ({
      cells: [
        nameOf(personId),
        ...[full, usufruct, bare, -debts].map((cents) => (cents === 0 ? '–' : format.money(cents, currency))),
        format.money(net, currency),
      ],
    }),
  );
  const totals = data.wealth.net.map(
    ({ currency, assets, debts, net }): Row => ({
      as: 'total',
      cells: [
        `${texts.total} (${currency})`,
        { main: format.money(assets, currency), sub: words.assets },
        '',
        '',
        debts === 0 ? '–' : { main: format.money(-debts, currency), sub: words.debts },
        { main: format.money(net, currency), sub: words.net },
      ],
    }),
  );
  return [columns, [...persons, ...totals]];
}

function byPerson({ texts, data, format, nameOf }: Drawing): [Column[], Row[]] {
  const words = texts.wealth;
  const columns: Column[] = [
    { title: words.item, width: 44 },
    { title: words.right, width: 20 },
    { title: words.share, width: 12 },
    { title: words.part, width: 24, align: 'right' },
  ];
  const parts = data.wealth.items.flatMap((item) => item.owners.map((owner) => ({ item, owner })));
  const partsOf = Map.groupBy(parts, ({ owner }) => owner.personId);
  const totals = Map.groupBy(data.wealth.byPerson, (total) => total.personId);
  const rows = [...totals].flatMap(([personId, totals]): Row[] => [
    {
      as: 'group',
      cells: [
        nameOf(personId),
        '',
        words.net,
        totals.map(({ net, currency }) => format.money(net, currency)).join('\n'),
      ],
    },
    ...(partsOf.get(personId) ?? []).map(({ item, owner }): Row => {
      const debt = isDebt(item.kind);
      return {
        cells: [
          { main: item.name, sub: words.kind[item.kind] },
          debt ? words.owed : words.form[owner.form],
          owner.share,
          format.money(debt ? -owner.cents : owner.cents, item.currency),
        ],
      };
    }),
  ]);
  return [columns, rows];
}

function byItem({ texts, data, format, nameOf }: Drawing): [Column[], Row[]] {
  const words = texts.wealth;
  const columns: Column[] = [
    { title: words.item, width: 40 },
    { title: words.owners, width: 38 },
    { title: words.value, width: 22, align: 'right' },
  ];
  const about = ({ country, description, valuedOn }: ReportItem) =>
    [country && format.country(country), words.valuedOn(format.day(valuedOn)), description]
      .filter(Boolean)
      .join(' · ');
  const owner = (kind: ItemKind, { personId, form, share }: ReportItem['owners'][number]) => {
    const whose = withShare(nameOf(personId), share);
    return isDebt(kind) || form === 'full' ? whose : `${whose} (${words.form[form].toLocaleLowerCase()})`;
  };
  const rows = itemKinds.flatMap((kind): Row[] => {
    const items = data.wealth.items.filter((item) => item.kind === kind);
    if (items.length === 0) return [];
    const sign = isDebt(kind) ? -1 : 1;
    const totals = [...Map.groupBy(items, (item) => item.currency)].map(([currency, same]) =>
      format.money(sign * same.reduce((sum, item) => sum + item.cents, 0), currency),
    );
    return [
      { as: 'group', cells: [words.kind[kind], '', totals.join('\n')] },
      ...items.map(
        (item): Row => ({
          cells: [
            { main: item.name, sub: about(item) },
            item.owners.map((one) => owner(kind, one)).join('\n'),
            format.money(sign * item.cents, item.currency),
          ],
        }),
      ),
    ];
  });
  return [columns, rows];
}

import type { ReactNode } from 'react';
import { minorDigits } from '../../../domain/currencies.ts';
import type { ReportSimulation } from '../report-data.ts';
import { lineChart, type Series } from './chart.ts';
import { type Drawing, heading, notice, paragraph, section } from './parts.ts';
import { type Column, type Row, table } from './table.ts';

/** So many persons have a line, or a column, of their own. */
const shown = { lines: 7, columns: 4 };

/** A simulation: what it assumes, and for each currency its chart and its figures. */
export function simulation(drawing: Drawing, simulated: ReportSimulation) {
  const { texts, format } = drawing;
  const words = texts.simulation;
  const currencies = [
    ...new Set(simulated.years.flatMap((year) => year.totals.map((total) => total.currency))),
  ];
  const period = words.period(simulated.startYear, simulated.startYear + simulated.horizon);
  return section(
    drawing,
    { id: 'simulation', title: words.title },
    paragraph(simulated.name, { fontSize: 12, fontWeight: 700, marginBottom: 2 }),
    paragraph(`${period} · ${words.calculatedOn(format.day(simulated.madeAt))}`),
    notice(...simulated.notes.map((note) => words.notes[note])),
    assumptions(drawing, simulated),
    ...(currencies.length === 0 ? [paragraph(words.noFigures)] : []),
    ...currencies.flatMap((currency) => inCurrency(drawing, simulated, currency)),
  );
}

function assumptions(drawing: Drawing, simulated: ReportSimulation): ReactNode {
  const { texts, format } = drawing;
  const words = texts.simulation;
  const name = nameIn(drawing, simulated);
  const aYear = (percent: string) => words.percentAYear(format.percent(percent));
  const growth = simulated.growth.map(({ kind, percent }) =>
    texts.colon(texts.wealth.kind[kind], aYear(percent)),
  );
  const given = simulated.donations.map(({ year, share, itemName, donorId, donees, usufructReserved }) => {
    const to = format.list(donees.map((donee) => `${name(donee.personId)} (${donee.share})`));
    const what = words.donation(year, share, itemName, name(donorId), to);
    return usufructReserved ? `${what} (${words.withUsufruct})` : what;
  });
  const deaths = simulated.deaths.map(({ year, personId }) => texts.colon(String(year), name(personId)));
  const column: Column[] = [
    { title: words.assumption, width: 28 },
    { title: words.value, width: 72 },
  ];
  return table(words.assumptions, column, [
    { cells: [words.inflation, aYear(simulated.inflation)] },
    { cells: [words.growth, [...growth, words.otherKinds].join('\n')] },
    { cells: [words.donations, given.join('\n') || words.noDonations] },
    { cells: [words.deaths, deaths.join('\n') || words.noDeaths] },
  ]);
}

/** Whose name it was when it was calculated; no person: somebody outside the family. */
function nameIn({ texts }: Drawing, { persons }: ReportSimulation) {
  const names = new Map(persons.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  return (id: string | null) => (id === null ? texts.outside : (names.get(id) ?? texts.unknown));
}

function inCurrency(drawing: Drawing, simulated: ReportSimulation, currency: string): ReactNode[] {
  const { texts, format } = drawing;
  const words = texts.simulation;
  const years = simulated.years.map((year) => year.year);
  const name = nameIn(drawing, simulated);
  const persons = [...netOf(simulated, currency)]
    .map(([id, values]) => ({ name: name(id), values }))
    .sort((a, b) => peak(b) - peak(a));
  const totals = simulated.years.map((year) => year.totals.find((total) => total.currency === currency));
  const everybody = {
    name: texts.simulation.all,
    strong: true,
    values: totals.map((total) => total?.net ?? 0),
  };
  const unit = 10 ** minorDigits(currency);
  const inUnits = ({ values, ...series }: Series): Series => ({
    ...series,
    values: values.map((cents) => cents / unit),
  });
  const marks = [...new Set(simulated.deaths.map((death) => death.year))].map((year) => ({
    year,
    sign: '†',
  }));
  const real = { name: words.real, values: totals.map((total) => total?.netReal ?? 0) };
  return [
    heading(words.chart(currency), 260),
    lineChart(years, [...summed(persons, shown.lines, words.others), everybody].map(inUnits), {
      label: format.compact,
      marks,
    }),
    ...figures(drawing, simulated, currency, [
      ...summed(persons, shown.columns, words.others),
      everybody,
      real,
    ]),
    paragraph(words.rounded, { fontSize: 7.5 }),
  ];
}

/** Each person's net wealth over the years, in minor units. */
function netOf({ years }: ReportSimulation, currency: string): Map<string | null, number[]> {
  const net = new Map<string | null, number[]>();
  for (const [i, { persons }] of years.entries()) {
    for (const person of persons) {
      if (person.currency !== currency) continue;
      const values = net.get(person.personId) ?? years.map(() => 0);
      values[i] = person.net;
      net.set(person.personId, values);
    }
  }
  return net;
}

const peak = ({ values }: Series) => Math.max(...values.map(Math.abs));

/** The first of a list of lines, and the sum of the others. */
function summed(all: Series[], most: number, others: (count: number) => string): Series[] {
  if (all.length <= most) return all;
  const rest = all.slice(most - 1);
  const values = rest[0]!.values.map((_, i) => rest.reduce((sum, one) => sum + one.values[i]!, 0));
  return [...all.slice(0, most - 1), { name: others(rest.length), values }];
}

function figures(
  { texts, format }: Drawing,
  simulated: ReportSimulation,
  currency: string,
  columns: Series[],
): ReactNode[] {
  const width = 88 / columns.length;
  const dying = new Set(simulated.deaths.map((death) => death.year));
  const all = simulated.years.map((year) => year.year);
  const rows = all.flatMap((year, i): Row[] => {
    const isShown = all.length <= 16 || i % 5 === 0 || i === all.length - 1 || dying.has(year);
    if (!isShown) return [];
    const label = dying.has(year) ? `${year} †` : String(year);
    return [{ cells: [label, ...columns.map((column) => format.units(column.values[i]!, currency))] }];
  });
  return [
    table(
      texts.simulation.figures(currency),
      [
        { title: texts.simulation.year, width: 12 },
        ...columns.map(({ name }): Column => ({ title: name, width, align: 'right' })),
      ],
      rows,
    ),
  ];
}

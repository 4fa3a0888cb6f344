/** What a chart shows: for each place on its axis the amounts of each series, in the minor unit of one currency. */
export type Chart = {
  currency: string;
  series: { name: string; values: (number | null)[] }[];
  /** The places: years, or persons. */
  places: string[];
  /** Places to be marked with a line, and what is written on it. */
  marks?: { place: string; sign: string }[];
};

/** The rows that the chart library draws: series by their number, since a name may hold its signs for paths. */
export const rowsOf = ({ places, series }: Chart) =>
  places.map((place, i) => ({
    place,
    ...Object.fromEntries(series.map(({ values }, nth) => [`s${nth}`, values[i] ?? null])),
  }));

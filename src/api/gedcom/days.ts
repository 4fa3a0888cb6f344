import { parseDate, toJsDate, type ValuePartDate } from 'read-gedcom';

export type ReadDay = { day: string } | { code: 'imprecise_date' | 'implausible_date' };

/** The longest text that is looked at for a day. */
const longest = 500;

/** The whole day that a `DATE` of GEDCOM stands for, in ISO 8601; days of other calendars become Gregorian. */
export function readDay(text: string): ReadDay {
  // The library takes minutes over a phrase of megabytes.
  const date = text.length > longest ? null : parseDate(asVersion5(text));
  if (!date || !('date' in date) || date.isDateApproximated) return { code: 'imprecise_date' };
  const day = dayOf(date.date);
  if (day === null) return { code: 'imprecise_date' };
  return day >= '1000-01-01' && day <= '2999-12-31' ? { day } : { code: 'implausible_date' };
}

function dayOf(date: ValuePartDate): string | null {
  if (!('day' in date) || date.year.isDual) return null;
  const { year, month, day, calendar } = date;
  if (calendar.isGregorian)
    return [String(year.value).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-');
  // The years of the French Republic begin at 1; of all others the library knows the first century badly.
  if (year.value < 100 && !calendar.isFrenchRepublican) return '0000';
  return toJsDate(date)?.toISOString().slice(0, 10) ?? null;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const calendars: [version7: string, version5: string][] = [
  ['GREGORIAN ', ''],
  ['JULIAN ', '@#DJULIAN@ '],
  ['FRENCH_R ', '@#DFRENCH R@ '],
  ['HEBREW ', '@#DHEBREW@ '],
];

/** A date as GEDCOM 5.5.1 writes it, from version 7 and from how some programs write it: `5 may 1850`, `05.05.1850`. */
function asVersion5(text: string): string {
  const date = text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date) ?? [];
  if (day) return `${day} ${months[Number(month) - 1]} ${year}`;
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (isoDay) return `${isoDay} ${months[Number(isoMonth) - 1]} ${isoYear}`;
  const calendar = calendars.find(([version7]) => date.startsWith(version7));
  return calendar ? calendar[1] + date.slice(calendar[0].length) : date;
}

/** A day as GEDCOM writes it, in both versions. */
export function writeDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[month! - 1]} ${year}`;
}

/** The last year that a date speaks of, whatever its form; null where it speaks of none. */
export function lastYearIn(text: string): number | null {
  const years = text.match(/\b\d{3,4}\b/g)?.map(Number) ?? [];
  return years.length > 0 ? Math.max(...years) : null;
}

import { Temporal } from 'temporal-polyfill';

/** The calendar that days of access, and days that have come, are told by: Brussels', which is Paris's too. */
export const timeZone = 'Europe/Brussels';

/** So many days before access ends, the person and the manager are told. */
const warningDays = 7;

/** The most years that access may be given for with an end; longer is without end. */
const mostYears = 50;

/**
 * When access until a day ends: with that day, whatever the length of it.
 * @param day ISO 8601, the last day of access; null: without end
 * @returns an instant, ISO 8601
 */
export const endOf = (day: string | null): string | null =>
  day && Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();

/** The last day of access that ends at an instant (ISO 8601): the inverse of `endOf`. */
export const lastDay = (endsAt: string | null): string | null =>
  endsAt &&
  Temporal.Instant.from(endsAt)
    .subtract({ nanoseconds: 1 })
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();

/**
 * When the end of access given at `now` is told beforehand: 7 days before, by the calendar.
 * @returns an instant, ISO 8601; null where fewer days are left, so that only the end itself is told
 */
export function warningOf(endsAt: string | null, now: string): string | null {
  if (!endsAt) return null;
  const warning = Temporal.Instant.from(endsAt)
    .toZonedDateTimeISO(timeZone)
    .subtract({ days: warningDays })
    .toInstant();
  return Temporal.Instant.compare(warning, now) > 0 ? warning.toString() : null;
}

/** What an end needs next. Instants are ISO 8601; `warnsAt` is null once it was told beforehand, or isn't to be. */
export type EndStep =
  | { kind: 'over' }
  | { kind: 'warn' | 'end' }
  | { kind: 'wait'; for: 'warning' | 'end'; until: string };

/** What is due of an access that hasn't ended, at an instant. */
export function endStep(
  { endsAt, warnsAt }: { endsAt: string | null; warnsAt: string | null },
  now: string,
): EndStep {
  const hasCome = (instant: string) => Temporal.Instant.compare(instant, now) <= 0;
  if (!endsAt) return { kind: 'over' };
  if (hasCome(endsAt)) return { kind: 'end' };
  if (!warnsAt) return { kind: 'wait', for: 'end', until: endsAt };
  return hasCome(warnsAt) ? { kind: 'warn' } : { kind: 'wait', for: 'warning', until: warnsAt };
}

/** The days that access may be given until: from today, the day of `now`, for at most 50 years. */
export function mayEndOn(day: string, today: string): 'in_the_past' | 'too_far' | null {
  if (day < today) return 'in_the_past';
  return day > Temporal.PlainDate.from(today).add({ years: mostYears }).toString() ? 'too_far' : null;
}

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { mobileNumber } from '../domain/contact.ts';
import { countries } from '../domain/countries.ts';
import { emailPattern, longestEmail, normalEmail } from '../domain/email.ts';
import { shareIn } from '../domain/ownership.ts';
import { mayEndOn, timeZone } from '../domain/until.ts';
import { languages } from '../domain/words.ts';

/** A name as people write it: any script, no control characters, 1 to 100 characters. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'A name is one line without control characters.');

/** An e-mail address; kept in lower case (R4). */
export const Email = z
  .email({ pattern: emailPattern })
  .max(longestEmail)
  .transform(normalEmail)
  .meta({ format: 'email', example: 'jeanne@example.com' });

const phoneMessages = {
  invalid_phone: 'Not a valid phone number: write it with its country code, such as +32 470 12 34 56.',
  not_mobile: 'Not a mobile number: the code to sign in arrives as a text message.',
};

/** A mobile phone number with its country code; kept in E.164 (R4). */
export const Phone = z
  .string()
  .max(40)
  .transform((typed, ctx) => {
    const number = mobileNumber(typed);
    if ('phone' in number) return number.phone;
    ctx.addIssue({
      code: 'custom',
      params: { code: number.problem },
      message: phoneMessages[number.problem],
    });
    return z.NEVER;
  })
  .meta({ example: '+32470123456' });

export const LanguageCode = z.enum(languages);

export const Country = z
  .enum(countries as [string, ...string[]], 'Not a country’s two-letter code (ISO 3166-1), such as BE.')
  .meta({ id: 'Country', description: 'ISO 3166-1 alpha-2.', example: 'BE' });

/** Several lines of text in any script, without control characters but the newline: 1 to 2,000 characters. */
export const LongText = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u, 'A text has no control characters but the newline.');

/** What somebody writes to somebody else, in an e-mail of ours: as `LongText`, of 1,000 characters at most. */
export const PersonalMessage = LongText.max(1000);

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** An ISO 4217 code; amounts are in the currency's minor unit (`minorDigits`). */
export const Currency = z
  .string()
  .refine((code) => currencies.has(code), {
    params: { code: 'unknown_currency' },
    message: 'Not a currency’s code (ISO 4217), such as EUR.',
  })
  .meta({ id: 'Currency', description: 'ISO 4217.', example: 'EUR' });

/** An amount that is not negative, in the minor unit of its currency. */
export const Cents = z
  .number()
  .int({ abort: true })
  .min(0)
  .max(10 ** 13)
  .meta({ id: 'Cents', description: 'In the minor unit of the currency (ISO 4217): cents, of euros.' });

/** A part of a whole, above zero and at most one; kept in lowest terms. */
export const Share = z
  .string()
  .transform((typed, ctx) => {
    const share = shareIn(typed);
    if (share) return share;
    const message = 'Not a share above zero and at most one: write 1, or a fraction such as 1/3.';
    ctx.addIssue({ code: 'custom', params: { code: 'not_a_share' }, message });
    return z.NEVER;
  })
  .meta({ example: '1/3' });

/** An ISO 8601 day in a plausible century. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '1000-01-01' && day <= '2999-12-31', 'Not a plausible date.');

const today = () => Temporal.Now.plainDateISO(timeZone).toString();

/** Whether an ISO 8601 day has come: by the calendar of Brussels and Paris. */
export const hasCome = (day: string): boolean => day <= today();

/** A day that has come. */
export const PastDay = Day.refine(hasCome, {
  params: { code: 'in_the_future' },
  message: 'The day is still to come.',
});

const lastDayMessages = {
  in_the_past: 'The day has passed.',
  too_far: 'Longer than 50 years: give it without end.',
};

/** The last day of an access: today at the earliest, and in 50 years at the latest. */
export const LastDay = Day.pipe(
  z.string().superRefine((day, ctx) => {
    const code = mayEndOn(day, today());
    if (code) ctx.addIssue({ code: 'custom', params: { code }, message: lastDayMessages[code] });
  }),
);

export const Instant = z.iso.datetime().meta({ description: 'An instant in UTC, ISO 8601.' });

/** The database's texts of instants, as the contract writes them. */
export const isoInstant = (text: string | Date | null): string | null =>
  text === null ? null : new Date(text).toISOString();

/** For lists that page by cursor: at most `limit` items after the one that `cursor` stands for. */
export const Page = z.strictObject({
  cursor: z.uuid().optional().meta({ description: 'The `nextCursor` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A list's items and the cursor of the next page, from rows read one beyond the limit. */
export function pageOf<T extends { id: string }>(rows: T[], limit: number) {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}

/** Without the fields that were left out. */
export const defined = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

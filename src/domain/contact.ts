import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type PhoneProblem = 'invalid_phone' | 'not_mobile';

/**
 * A mobile phone number as typed, with its country code → E.164 (R4).
 * Where a country doesn't tell mobile from fixed numbers (`FIXED_LINE_OR_MOBILE`), it counts as mobile.
 */
export function mobileNumber(typed: string): { phone: string } | { problem: PhoneProblem } {
  const number = parsePhoneNumberFromString(typed.trim(), { extract: false });
  if (!number?.isValid()) return { problem: 'invalid_phone' };
  const type = number.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE'
    ? { phone: number.number }
    : { problem: 'not_mobile' };
}

/** `+32470123456` → `+32 ••• •• 56`. */
export function maskedPhone(phone: string): string {
  const callingCode = parsePhoneNumberFromString(phone)?.countryCallingCode ?? '';
  return `+${callingCode} ••• •• ${phone.slice(-2)}`;
}

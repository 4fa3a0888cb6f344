import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A phone number (E.164) in groups: `+32 470 12 34 56`. Apart from `useFormats`, since its table of countries is large. */
export const phoneText = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational() ?? number;

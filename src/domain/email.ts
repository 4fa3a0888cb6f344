/* Apart from phone numbers, whose rules are large: who signs in loads what addresses need, and no more. */

/** How an e-mail address is written: what the API takes, and what the page lets through to it. */
export const emailPattern =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** The longest that an address can be (RFC 5321). */
export const longestEmail = 254;

/** Whether this is an e-mail address that the API takes. */
export const isEmail = (text: string) => text.length <= longestEmail && emailPattern.test(text);

/** E-mail addresses compare case-insensitively (R4): kept in lower case. */
export const normalEmail = (email: string) => email.toLowerCase();

/** `jeanne@example.com` → `j•••@example.com`. */
export const maskedEmail = (email: string) => email.replace(/^(.).*(@)/u, '$1•••$2');

import { createHash, createHmac } from 'node:crypto';

/**
 * The token of an e-mail's link: 256 bits that only the secret's owner can make from the e-mail's id, so that
 * a retried e-mail repeats it though the database keeps its hash alone.
 */
export const tokenOf = (secret: string, mailId: string) =>
  createHmac('sha256', secret).update(`invitation-link:${mailId}`).digest('base64url');

/** How a link to a change of number travels: by e-mail to the address, or by text message to the old number. */
export type PhoneChangeWay = 'address' | 'old_number';

/**
 * The token of such a link: 128 bits, made like an e-mail's. Letters alone: in a text message, six digits in a row
 * would be a code.
 */
export const phoneChangeToken = (secret: string, changeId: string, way: PhoneChangeWay) =>
  createHmac('sha256', secret)
    .update(`phone-change:${way}:${changeId}`)
    .digest('hex')
    .slice(0, 32)
    .replace(/\d/g, (digit) => 'ghkmnpqrst'[Number(digit)]!);

/** What the database keeps of a token. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url');

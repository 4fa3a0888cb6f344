import { createHash, createHmac } from 'node:crypto';

/**
 * The token of an e-mail's link: 256 bits that only the secret's owner can make from the e-mail's id, so that
 * a retried e-mail repeats it though the database keeps its hash alone.
 */
export const tokenOf = (secret: string, mailId: string) =>
  createHmac('sha256', secret).update(`invitation-link:${mailId}`).digest('base64url');

/** What the database keeps of a token. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url');

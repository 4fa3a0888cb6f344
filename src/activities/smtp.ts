import { connect, type Socket } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';

/** An SMTP conversation is cut after this long, in milliseconds. */
export const conversationLimit = 60_000;

/** The server refused the address, or the message to it, for good. The code is SMTP's. */
export class RefusedForGood extends Error {
  readonly smtpCode: number;
  constructor(smtpCode: number) {
    super(`smtp_${smtpCode}`);
    this.smtpCode = smtpCode;
  }
}

/** The e-mail couldn't be handed over now. The message is a code: what servers say holds addresses. */
export class NotSentYet extends Error {}

/** Hands e-mails to the SMTP server. @throws RefusedForGood, NotSentYet */
export type Post = { send(message: SendMailOptions): Promise<void> };

/** A post over an SMTP URL: one conversation an e-mail, cut when it lasts longer than `conversationLimit`. */
export function createPost(smtpUrl: string): Post {
  const { hostname, port, protocol, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    async send(message) {
      let socket: Socket | undefined;
      const transport = createTransport({
        host,
        port: Number(port || (secure ? 465 : 587)),
        secure,
        ...(username
          ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
          : {}),
        greetingTimeout: 10_000,
        socketTimeout: 20_000,
        getSocket(options, done) {
          socket = connect({ host: options.host!, port: options.port! as number, timeout: 10_000 });
          socket.once('connect', () => done(null, { connection: socket }));
          socket.once('timeout', () => socket?.destroy(new Error('connect timeout')));
          socket.once('error', (error) => done(error, undefined));
        },
      });
      const cut = setTimeout(() => socket?.destroy(), conversationLimit);
      try {
        await transport.sendMail(message);
      } catch (error) {
        throw judged(error as SmtpError);
      } finally {
        clearTimeout(cut);
        socket?.destroy();
      }
    },
  };
}

type SmtpError = Error & { code?: string; responseCode?: number; command?: string };

/** Only what the server says of the recipient or the message is final: a refused login or sender is ours to mend. */
function judged({ code, responseCode, command }: SmtpError): Error {
  const final = command === 'RCPT TO' || command === 'DATA';
  if (final && responseCode && responseCode >= 500) return new RefusedForGood(responseCode);
  return new NotSentYet(responseCode ? `smtp_${responseCode}` : `smtp_${(code ?? 'failed').toLowerCase()}`);
}

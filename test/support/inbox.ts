import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Received = { to: string; subject: string; text: string; html: string; mail: ParsedMail };

/** What the SMTP server does with the next e-mails to an address: refuse for good, or for now. */
type Refusal = { code: 550 | 451; times: number };

/** A real SMTP server that keeps what it accepts. */
export class Inbox {
  readonly received: Received[] = [];
  private readonly arrivals = new EventEmitter();
  private readonly refusals = new Map<string, Refusal>();
  /** One for each time that it listens: the library's doesn't come back from being closed. */
  private server: SMTPServer | null = null;
  /** Called once an e-mail is accepted, before the client hears of it. */
  onAccepted: (received: Received) => Promise<void> | void = () => {};
  /** Called before the client hears of a refusal. */
  onRefused: () => Promise<void> | void = () => {};
  private port = 0;

  constructor() {
    this.arrivals.setMaxListeners(0);
  }

  private createServer(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const refusal = this.refusals.get(address);
        if (!refusal || refusal.times === 0) return done();
        refusal.times--;
        const error = Object.assign(new Error(`${address} is refused`), { responseCode: refusal.code });
        Promise.resolve(this.onRefused()).then(() => done(error), done);
      },
      onData: (stream, session, done) => {
        simpleParser(stream).then(async (mail) => {
          const to = session.envelope.rcptTo[0]!.address;
          const { subject = '', text = '', html } = mail;
          const received = { to, subject, text, html: html || '', mail };
          this.received.push(received);
          await this.onAccepted(received);
          done();
          this.arrivals.emit('arrival', received);
        }, done);
      },
    });
  }

  async listen(port = 0): Promise<void> {
    this.server = this.createServer();
    const { server } = this.server;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Refuses e-mails to an address: `550` for good, `451` for now. */
  refuse(address: string, code: 550 | 451, times = Number.POSITIVE_INFINITY): void {
    this.refusals.set(address, { code, times });
  }

  to(address: string): Received[] {
    return this.received.filter((mail) => mail.to === address);
  }

  /** The `nth` e-mail to an address (from 1), awaited if it hasn't arrived. */
  async nth(address: string, nth: number, timeout = 20_000): Promise<Received> {
    const signal = AbortSignal.timeout(timeout);
    for (;;) {
      const mail = this.to(address)[nth - 1];
      if (mail) return mail;
      await once(this.arrivals, 'arrival', { signal }).catch(() => {
        throw new Error(
          `e-mail ${nth} to ${address} didn't arrive; it got ${this.to(address).map((m) => m.subject)}`,
        );
      });
    }
  }

  /** The code of the newest text message to a number. */
  codeFor(phone: string): string {
    const text = this.to(`${phone}@sms.localhost`).at(-1)?.text ?? '';
    const [code] = /\d{6}/.exec(text) ?? [];
    if (!code) throw new Error(`no code was sent to ${phone}`);
    return code;
  }

  close(): Promise<void> {
    return new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}

/** The token of the one link in an e-mail that invites. */
export function tokenIn({ text }: Pick<Received, 'text'>): string {
  const tokens = [...text.matchAll(/\/invitations\/([\w-]+)/g)].map((match) => match[1]!);
  if (tokens.length !== 1) throw new Error(`expected one link, found ${tokens.length}`);
  return tokens[0]!;
}

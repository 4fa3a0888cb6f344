import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a driver asked of PostgreSQL, one statement each: its text, and whether it was parsed anew. */
export type Statement = { text: string; name: string; parsed: boolean; parameters: (string | null)[] };

/** Between a driver and PostgreSQL on this machine: hears each statement, and each round trip. */
export class Wire {
  /** Statements carried out, oldest first, of all connections. */
  readonly statements: Statement[] = [];
  /** Times that the driver waited for PostgreSQL. */
  roundTrips = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.join(socket));
  private readonly target: URL;

  constructor(databaseUrl: string) {
    this.target = new URL(databaseUrl);
  }

  /** @returns the URL to give to the driver */
  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** What was asked during `work`. */
  async during(work: () => Promise<unknown>): Promise<{ statements: Statement[]; roundTrips: number }> {
    const [asked, waited] = [this.statements.length, this.roundTrips];
    await work();
    return { statements: this.statements.slice(asked), roundTrips: this.roundTrips - waited };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(driver: Socket) {
    const database = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [driver, database],
      [database, driver],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
    driver.on('data', this.listener());
  }

  /** Reads the frontend's messages of one connection: a type, a length, a body; the first one has no type. */
  private listener() {
    const texts = new Map<string, string>();
    let bound: Statement | undefined;
    let parsed = new Set<string>();
    let started = false;
    let rest: Buffer = Buffer.alloc(0);
    const heard: Record<string, (body: Buffer) => void> = {
      Q: (body) => {
        this.statements.push({ text: textAt(body, 0), name: '', parsed: true, parameters: [] });
        this.roundTrips++;
      },
      P: (body) => {
        const name = textAt(body, 0);
        texts.set(name, textAt(body, Buffer.byteLength(name) + 1));
        parsed.add(name);
      },
      B: (body) => {
        const portal = Buffer.byteLength(textAt(body, 0)) + 1;
        const name = textAt(body, portal);
        const parameters = parametersAt(body, portal + Buffer.byteLength(name) + 1);
        bound = { text: texts.get(name) ?? '', name, parsed: parsed.has(name), parameters };
      },
      E: () => {
        this.statements.push(bound!);
        parsed = new Set();
      },
      S: () => this.roundTrips++,
      H: () => this.roundTrips++,
    };
    return (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const typed = started ? 1 : 0;
        if (rest.length < typed + 4) return;
        const length = rest.readInt32BE(typed);
        if (rest.length < typed + length) return;
        if (started) heard[String.fromCharCode(rest[0]!)]?.(rest.subarray(5, 1 + length));
        started = true;
        rest = rest.subarray(typed + length);
      }
    };
  }
}

const textAt = (body: Buffer, start: number) => body.toString('utf8', start, body.indexOf(0, start));

/** A Bind's parameters, as text: the formats come first, then each value after its length; -1 is null. */
function parametersAt(body: Buffer, start: number): (string | null)[] {
  let at = start + 2 + 2 * body.readInt16BE(start);
  const parameters = Array<string | null>(body.readInt16BE(at));
  at += 2;
  for (let n = 0; n < parameters.length; n++) {
    const length = body.readInt32BE(at);
    at += 4;
    parameters[n] = length < 0 ? null : body.toString('utf8', at, at + length);
    at += Math.max(0, length);
  }
  return parameters;
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/api/app.ts';
import { createAuth } from '../../src/api/auth/auth.ts';
import { probe } from '../../src/api/health/probe.ts';
import type { Services } from '../../src/api/services.ts';
import { connect } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { Client } from '../support/client.ts';
import { type Statement, Wire } from '../support/wire.ts';
import type { Surroundings } from './surroundings.ts';

/** The API a second time, over one connection that is listened to, with the manager signed in. */
export type HeardApi = {
  client: Client;
  /** The statements that a call takes, once those that are prepared have been. */
  statementsOf(call: () => Promise<unknown>): Promise<Statement[]>;
  close(): Promise<void>;
};

const day = 86_400_000;

type Around = Pick<Surroundings, 'databaseUrl' | 'env' | 'manager'>;

export async function hearApi({ databaseUrl, env, manager }: Around): Promise<HeardApi> {
  const wire = new Wire(databaseUrl);
  const db = connect(await wire.listen(), { max: 1 });
  const reminderDelays: [number, number] = [7 * day, 30 * day];
  const config = { publicUrl: env.PUBLIC_URL, authSecret: env.AUTH_SECRET, reminderDelays };
  const sendText = async () => {};
  const services: Services = {
    config,
    db,
    sendText,
    auth: createAuth({ db, config, sendText, nudge: () => {} }),
    starter: { nudge() {} } as Services['starter'],
    probes: { temporal: probe(async () => {}), mail: probe(async () => {}) },
  };
  const server = createServer(createApp(services, createLog('silent')).callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  for (const pair of manager.client.cookie.split('; ')) {
    const [name = '', ...value] = pair.split('=');
    client.keep(name, value.join('='));
  }
  return {
    client,
    async statementsOf(call) {
      await call();
      return (await wire.during(call)).statements;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await db.close();
      await wire.close();
    },
  };
}

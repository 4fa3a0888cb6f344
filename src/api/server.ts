import { createServer, type Server } from 'node:http';
import { createTransport } from 'nodemailer';
import { orExit, readConfig } from '../config.ts';
import { connect } from '../db/client.ts';
import { createLog } from '../log.ts';
import { Starter } from '../starter.ts';
import { temporalClient } from '../temporal.ts';
import { createApp } from './app.ts';
import { createAuth } from './auth/auth.ts';
import { probe } from './health/probe.ts';
import type { Services } from './services.ts';
import { createSendText } from './text-messages/text-message.ts';

if (import.meta.main) {
  const config = orExit(readConfig);
  const log = createLog(config.logLevel);
  const db = connect(config.databaseUrl, { max: 20 });
  const temporal = temporalClient();
  const starter = new Starter({ ...config, db, temporal, log }).start();
  const sendText = createSendText(config);
  const services: Services = {
    config,
    db,
    starter,
    sendText,
    auth: createAuth({ db, config, sendText, nudge: () => starter.nudge() }),
    probes: {
      temporal: probe(() => temporal.connection.ensureConnected()),
      mail: probe(() => createTransport(config.smtpUrl).verify()),
    },
  };
  const server = createServer(createApp(services, log).callback());
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${config.port} is taken: set PORT to another.` : error.message,
    );
    process.exit(1);
  });
  server.listen(config.port, () => log.info({ port: config.port }, 'api listening'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      await drained(server);
      await starter.stop();
      await Promise.all([temporal.connection.close(), db.close()]);
      log.info('api stopped');
      process.exit(0);
    });
  }
}

/** Takes no new requests, and waits for those under way. */
function drained(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

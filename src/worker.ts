import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { type ActivityContext, createActivities } from './activities/activities.ts';
import { renderApart } from './activities/reports/renderer.ts';
import { conversationLimit, createPost } from './activities/smtp.ts';
import { createSendText } from './api/text-messages/text-message.ts';
import { orExit, readConfig } from './config.ts';
import { connect } from './db/client.ts';
import { createLog } from './log.ts';
import { Starter } from './starter.ts';
import { registerSearchAttributes, temporalClient } from './temporal.ts';
import { createWorkers } from './workers.ts';

if (import.meta.main) {
  const config = orExit(readConfig);
  const log = createLog(config.logLevel);
  Runtime.install({
    logger: {
      log: () => {},
      trace: () => {},
      debug: () => {},
      info: () => {},
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    shutdownSignals: [],
  });
  const db = connect(config.databaseUrl, { max: 12 });
  const temporal = temporalClient();
  const starter = new Starter({ ...config, db, temporal, log });
  const context: ActivityContext = {
    ...config,
    db,
    post: createPost(config.smtpUrl),
    sendText: createSendText(config),
    now: async () => new Date(),
    lease: conversationLimit + 30_000,
    render: renderApart,
    nudge: () => starter.nudge(),
  };
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = await NativeConnection.connect(connectionOptions);
  await registerSearchAttributes(temporal.connection, namespace);
  const workers = await createWorkers({
    connection,
    namespace,
    taskQueue: config.taskQueue,
    activities: createActivities(context),
    shutdownGraceTime: '80 seconds',
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => workers.shutdown());
  starter.start();
  log.info('worker started');
  try {
    await workers.run();
  } finally {
    await starter.stop();
    await Promise.all([connection.close(), temporal.connection.close(), db.close()]);
    log.info('worker stopped');
  }
}

import { readConfig } from '../../config.ts';
import { connect } from '../../db/client.ts';
import { createLog } from '../../log.ts';
import { registerSearchAttributes, temporalClient } from '../../temporal.ts';
import { createDemo } from './demo.ts';
import { liveDemo } from './live.ts';

/** The demo on the servers that an environment names; to be closed. */
export function openDemo(env: NodeJS.ProcessEnv) {
  const config = readConfig(env);
  const db = connect(config.databaseUrl, { max: 2 });
  const temporal = temporalClient(env);
  return {
    async create() {
      await registerSearchAttributes(temporal.connection, temporal.options.namespace);
      await createDemo({ db, config, temporal, log: createLog('warn') });
    },
    live: (signal: AbortSignal) => liveDemo(db, config, signal),
    close: () => Promise.all([temporal.connection.close(), db.close()]),
  };
}

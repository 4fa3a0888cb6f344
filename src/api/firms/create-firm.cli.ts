import { parseArgs } from 'node:util';
import { orExit, readConfig } from '../../config.ts';
import { connect } from '../../db/client.ts';
import { createLog } from '../../log.ts';
import { deliverOwed } from '../../starter.ts';
import { temporalClient } from '../../temporal.ts';
import { valid } from '../body.ts';
import { Problem } from '../problem.ts';
import { CreateFirm, createFirm } from './create-firm.ts';

const usage = `Usage: npm run firm:create -- --name "Firm" --admin-name "First Last" --admin-email a@example.com \\
  --admin-phone +32470123456 --language fr|nl|en`;

/** Creates a firm from the command line; the invitation is owed to Temporal, and delivered now if it answers. */
const config = orExit(readConfig);
const string = { type: 'string' } as const;
const db = connect(config.databaseUrl, { max: 2 });
try {
  const { values } = parseArgs({
    options: {
      name: string,
      'admin-name': string,
      'admin-email': string,
      'admin-phone': string,
      language: string,
    },
  });
  const { firmId } = await createFirm(db, valid(CreateFirm, values));
  console.log(`Firm ${firmId} is created; its admin is being invited.`);
  const temporal = temporalClient();
  await deliverOwed({ ...config, db, temporal, log: createLog('silent') });
  await temporal.connection.close();
} catch (error) {
  console.error(linesOf(error as Error & { code?: string }).join('\n'));
  process.exitCode = 1;
} finally {
  await db.close();
}

/** What to mend: the arguments, with the usage; or what the database says, without the values that it was given. */
function linesOf(error: Error & { code?: string }): string[] {
  if (error instanceof Problem) {
    const fields = error.errors?.map(({ field, message }) => `--${field}: ${message}`);
    return fields ? [...fields, usage] : [error.document('').detail];
  }
  if (error.code?.startsWith('ERR_PARSE_ARGS')) return [error.message, usage];
  return [error.cause instanceof Error ? error.cause.message : error.message || String(error.code)];
}

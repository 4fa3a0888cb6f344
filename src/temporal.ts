import { status } from '@grpc/grpc-js';
import { Client, Connection, isGrpcServiceError } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import proto from '@temporalio/proto';
import { searchAttributes } from './workflows/search-attributes.ts';

/** A client of the Temporal server that the standard `TEMPORAL_*` variables and profile name; it connects when used. */
export function temporalClient(env: NodeJS.ProcessEnv = process.env): Client & { connection: Connection } {
  const { connectionOptions, namespace } = loadClientConnectConfig({
    overrideEnvVars: env as Record<string, string>,
  });
  const connection = Connection.lazy(connectionOptions);
  return new Client({ connection, ...(namespace ? { namespace } : {}) }) as Client & {
    connection: Connection;
  };
}

/** Makes sure that the invitations' search attributes exist. A server that has them, or lets only its operator add them, is fine. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const keyword = proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
  const names = Object.values(searchAttributes).map((key) => key.name);
  for (const name of names) {
    try {
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: { [name]: keyword },
      });
    } catch (error) {
      const fine = [status.ALREADY_EXISTS, status.PERMISSION_DENIED];
      if (!isGrpcServiceError(error) || !fine.includes(error.code)) throw error;
    }
  }
}

import { type Queries, StaleFacts } from '../../../db/client.ts';
import { insertItems, readItems } from '../../../db/queries/inventories.ts';
import { changeInSection } from '../../dossiers/entered.ts';
import { lockPersons } from '../../family/in-family.ts';
import { once } from '../../idempotency.ts';
import { Problem } from '../../problem.ts';
import type { Request } from '../../route.ts';
import type { Services } from '../../services.ts';
import { presentItem } from '../present-item.ts';
import { lockInventory } from '../require-room.ts';
import { type Judged, judgeFile } from './judge-file.ts';

/**
 * Adds every line of a CSV file to the inventory, or none. It adds only: nothing that is there is matched or changed.
 * @throws Problem `bad_file` with an entry for each column of each line that is rejected
 */
export const importItems = (
  services: Services,
  { params, file, ...request }: Request<{ d: string }, undefined, undefined>,
) =>
  changeInSection(services, request, params.d, 'wealth', ({ tx }) =>
    once(tx, request, async () => {
      await lockInventory(tx, params.d);
      const judged = await judgeFile(tx.sql, params.d, file.get());
      refuseRejected(judged);
      const items = judged.items.map(({ item }) => item);
      await lockOwners(tx, params.d, judged);
      const added = new Set(await insertItems(tx.sql, params.d, items));
      const all = await readItems(tx.sql, params.d);
      return { items: all.filter(({ id }) => added.has(id)).map(presentItem) };
    }),
  );

function refuseRejected({ rejected }: Judged): void {
  if (rejected.length === 0) return;
  throw new Problem('bad_file', {
    errors: rejected.map(({ line, field, code, message }) => ({
      field: field ? `line ${line}: ${field}` : `line ${line}`,
      code,
      message,
    })),
  });
}

/** @throws StaleFacts when a person whose name was read has been removed meanwhile */
async function lockOwners(tx: Queries, dossierId: string, { items }: Judged): Promise<void> {
  const ids = new Set(items.flatMap(({ item }) => item.owners.flatMap(({ personId }) => personId ?? [])));
  const locked = await lockPersons(tx, dossierId, [...ids]);
  if (locked.length < ids.size) throw new StaleFacts();
}

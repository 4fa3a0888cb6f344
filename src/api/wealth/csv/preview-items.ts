import { enterToRead, requireLevel } from '../../dossiers/entered.ts';
import type { Request } from '../../route.ts';
import type { Services } from '../../services.ts';
import { judgeFile } from './judge-file.ts';

/** What an import of a file would add, and which lines it would be refused for; nothing is saved. */
export async function previewItems(
  services: Services,
  { caller, params, file }: Request<{ d: string }, undefined, undefined>,
) {
  requireLevel(await enterToRead(services, { caller }, params.d), 'wealth', 'write');
  const { items, rejected } = await judgeFile(services.db.sql, params.d, file.get());
  return {
    items: items.map(({ line, item: { cents, valuedOn, ...item } }) => ({
      ...item,
      line,
      value: { cents, valuedOn },
    })),
    rejected,
  };
}

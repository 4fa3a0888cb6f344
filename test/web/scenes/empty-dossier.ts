import { v7 as uuidv7 } from 'uuid';
import type { TimeWorld } from '../../support/time-world.ts';

const name = 'Famille Nouvelle';

/** The address of a dossier of the demo's manager in which there is nothing yet, made when it is first asked for. */
export async function emptyDossier({ owner }: TimeWorld): Promise<string> {
  const [known] = await owner<{ id: string }[]>`select id from dossiers where name = ${name}`;
  if (known) return `/dossiers/${known.id}`;
  const id = uuidv7();
  await owner`
    insert into dossiers (id, firm_id, manager_id, name)
    select ${id}, firm_id, manager_id, ${name} from dossiers where name = 'Famille Dupont-Martin'`;
  return `/dossiers/${id}`;
}

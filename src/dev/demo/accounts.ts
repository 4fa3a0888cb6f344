import { createAuth } from '../../api/auth/auth.ts';
import { enlist } from '../../api/firms/add-member.ts';
import { bindPending } from '../../api/invitations/bind.ts';
import { Changes } from '../../db/changes.ts';
import { type Database, type Queries, transaction } from '../../db/client.ts';
import type { Language } from '../../domain/words.ts';
import { type Colleague, demoPassword } from './team.ts';

export type DemoConfig = { publicUrl: string; authSecret: string };

/** Makes the account that a pending grant invites to, as its link does, and says whose it is. */
export async function acceptGrant(db: Database, config: DemoConfig, grantId: string): Promise<string> {
  const auth = createAuth({ db, config, sendText: async () => {}, nudge: () => {} });
  const [invited] = await db.sql<Invited[]>`
    select g.email, g.phone, g.firm_id as "firmId", g.dossier_id as "dossierId",
      concat_ws(' ', coalesce(p.first_name, a.first_name, m.first_name), coalesce(p.last_name, a.last_name, m.last_name)) as name,
      coalesce(p.language, a.language, m.language, 'fr') as language
    from grants g left join persons p on p.id = g.person_id left join advisors a on a.id = g.advisor_id
    left join members m on m.id = g.member_id where g.id = ${grantId}`;
  const { firmId, dossierId, ...who } = invited!;
  const { id } = await auth.api.makeAccount({
    body: {
      db,
      account: { ...who, password: demoPassword },
      before: async () => {},
      after: async (tx: Queries, accountId: string) => {
        const changes = new Changes({ firmId, dossierId, actorId: accountId, origin: null });
        changes.record('account_created', { kind: 'account', id: accountId, grantId });
        await bindPending(tx, changes, { id: accountId, ...who }, grantId);
        await changes.write(tx);
      },
    },
  });
  return id;
}

type Invited = {
  email: string;
  phone: string;
  firmId: string;
  dossierId: string | null;
  name: string;
  language: Language;
};

/** A member of the team with an account. */
export async function join(db: Database, config: DemoConfig, firmId: string, who: Colleague) {
  const changes = new Changes({ firmId, dossierId: null, actorId: null, origin: null });
  const { id } = await transaction(db, async (tx) => {
    const enlisted = await enlist(tx, changes, firmId, { ...who, language: 'fr' }, null);
    await changes.write(tx);
    return enlisted;
  });
  const [grant] = await db.sql<{ id: string }[]>`select id from grants where member_id = ${id}`;
  return { id, accountId: await acceptGrant(db, config, grant!.id) };
}

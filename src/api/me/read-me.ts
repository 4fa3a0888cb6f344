import { symmetricDecrypt } from 'better-auth/crypto';
import type { z } from 'zod';
import { maskedPhone } from '../../domain/contact.ts';
import type { FirmRole, Language } from '../../domain/words.ts';
import { isoInstant } from '../fields.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { Me } from './schema.ts';

type Change = NonNullable<z.input<typeof Me>['phoneChange']>;
type Row = {
  id: string;
  name: string;
  email: string;
  phone: string;
  language: Language;
  firmId: string | null;
  role: FirmRole;
  textMessages: boolean;
  authenticator: boolean;
  backupCodes: string | null;
  phoneChange: Change | null;
};

/** Who I am, how I sign in, and a new number that was asked for me. */
export async function readMe({ db, config }: Services, { caller }: Request<unknown, undefined, undefined>) {
  const [row] = await db.sql<Row[]>`
    select a.id, a.name, a.email, a.phone, a.language, m.firm_id as "firmId", m.role,
      a.text_messages as "textMessages", coalesce(t.verified, false) as authenticator, t.backup_codes as "backupCodes",
      case when c.id is not null then jsonb_build_object('id', c.id, 'state', c.state, 'newPhone', c.new_phone,
        'askedAt', c.asked_at, 'expiresAt', c.expires_at, 'effectiveAt', c.effective_at) end as "phoneChange"
    from accounts a
    left join grants g on g.account_id = a.id and g.member_id is not null and g.ended_at is null
    left join members m on m.id = g.member_id
    left join two_factors t on t.user_id = a.id
    left join phone_changes c on c.account_id = a.id and c.ended_at is null
    where a.id = ${caller.accountId}`;
  const { firmId, role, textMessages, authenticator, backupCodes, phoneChange, ...me } = row!;
  return {
    body: {
      ...me,
      team: firmId ? { firmId, role } : null,
      secondFactors: { authenticator, textMessages },
      recoveryCodesLeft: await countCodes(config.authSecret, backupCodes),
      phoneChange: phoneChange && {
        ...phoneChange,
        newPhone: maskedPhone(phoneChange.newPhone),
        askedAt: isoInstant(phoneChange.askedAt)!,
        expiresAt: isoInstant(phoneChange.expiresAt)!,
        effectiveAt: isoInstant(phoneChange.effectiveAt),
      },
    },
  };
}

/** How many recovery codes work, of what the database keeps of them; none, where another secret encrypted them. */
export async function countCodes(authSecret: string, kept: string | null): Promise<number> {
  if (!kept) return 0;
  const codes = await symmetricDecrypt({ key: authSecret, data: kept }).catch(() => '[]');
  return (JSON.parse(codes) as string[]).length;
}

import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Changes } from '../../db/changes.ts';
import { type Database, transaction } from '../../db/client.ts';
import { firms } from '../../db/schema/index.ts';
import { Email, LanguageCode, Name, Phone } from '../fields.ts';
import { enlist } from './add-member.ts';

export const CreateFirm = z.strictObject({
  name: Name,
  'admin-name': Name.regex(/ /, 'First and last name.'),
  'admin-email': Email,
  'admin-phone': Phone,
  language: LanguageCode,
});

/** Creates a firm, and invites its first admin. @returns their ids */
export const createFirm = (db: Database, firm: z.output<typeof CreateFirm>) =>
  transaction(db, async (tx) => {
    const firmId = uuidv7();
    const [firstName = '', ...lastNames] = firm['admin-name'].split(/ +/);
    await tx.orm.insert(firms).values({ id: firmId, name: firm.name, language: firm.language });
    const changes = new Changes({ firmId, dossierId: null, actorId: null, origin: null });
    changes.record('firm_created', { kind: 'firm', id: firmId });
    const admin = {
      firstName,
      lastName: lastNames.join(' '),
      email: firm['admin-email'],
      phone: firm['admin-phone'],
      language: firm.language,
      role: 'admin' as const,
    };
    const { id: memberId } = await enlist(tx, changes, firmId, admin, null);
    await changes.write(tx);
    return { firmId, memberId };
  });

import { NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { isEmail } from '../../domain/email.ts';
import { EmailPreview } from '../access-rights/email-preview.tsx';
import type { Line } from '../access-rights/use-lines.ts';
import type { Typed } from './use-several-form.ts';

type Props = { dossierId: string; lines: Line[]; typed: Typed };

/** The e-mail to one of those who get access, as it is typed; whose is chosen. */
export function SeveralPreview({ dossierId, lines, typed }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const line = lines.find(({ party }) => party.id === chosen) ?? lines[0];
  if (!line) return null;
  const { right, message } = typed;
  const contact = typed.contacts[line.party.id] ?? { email: line.email ?? '', phone: line.phone ?? '' };
  const isComplete =
    line.party.kind === 'advisor' || (isEmail(contact.email) && !('problem' in mobileNumber(contact.phone)));
  const until = line.revocable ? typed.until : '';
  return (
    <Stack gap="xs">
      {lines.length > 1 && (
        <NativeSelect
          label={t('severalRights.previewOf')}
          data={lines.map(({ party }) => ({ value: party.id, label: party.name }))}
          value={line.party.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <EmailPreview
        key={line.party.id}
        dossierId={dossierId}
        line={line}
        typed={{ ...contact, right, until, message }}
        isComplete={isComplete}
      />
    </Stack>
  );
}

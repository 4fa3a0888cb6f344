import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconMailForward, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { resendIn } from '../../domain/invitation.ts';
import { AdvisorMenu } from '../advisors/advisor-menu.tsx';
import { SavingIcon } from '../shell/saving-icon.tsx';
import type { Line } from './use-lines.ts';
import { useResend } from './use-resend.ts';

type Props = { dossierId: string; line: Line; managesAdvisors: boolean; onEdit: () => void };

/** What the reader may do with a line: the edit icon, sending the invitation again, and the advisor himself. */
export function LineActions({ dossierId, line, managesAdvisors, onEdit }: Props) {
  const { t } = useTranslation();
  const resend = useResend(dossierId);
  const { party, actions, invitation } = line;
  const { name } = party;
  // Where the e-mail hasn't left yet, sending it again does nothing.
  const resends = actions.includes('resend') && invitation && resendIn(invitation.state) !== 'nothing';
  return (
    <Group gap={4} wrap="nowrap" justify="end" display="inline-flex">
      {resends && (
        <Tooltip label={t('access.resendShort')}>
          <SavingIcon
            aria-label={t('access.resend', { name })}
            isSaving={resend.isPending}
            onClick={() => resend.mutate(line)}
          >
            <IconMailForward size={18} />
          </SavingIcon>
        </Tooltip>
      )}
      {actions.some((action) => action !== 'resend') && (
        <Tooltip label={t(line.right === 'none' ? 'access.giveShort' : 'access.editShort')}>
          <ActionIcon variant="subtle" size="lg" aria-label={t('access.edit', { name })} onClick={onEdit}>
            <IconPencil size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      {party.kind === 'advisor' && managesAdvisors && !line.own && (
        <AdvisorMenu dossierId={dossierId} line={line} />
      )}
    </Group>
  );
}

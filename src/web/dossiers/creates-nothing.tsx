import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { allows, capabilitiesOf, type Role } from '../../domain/capabilities.ts';
import type { Schemas } from '../api/client.ts';

type Props = { dossier: Schemas['Dossier']; section: 'simulations' | 'reports' };

/** Why the reader creates nothing in a section, in the words of the rule that would refuse it (R7, R16); nothing where he may. */
export function CreatesNothing({ dossier: { me, closedAt }, section }: Props) {
  const { t } = useTranslation();
  if (allows(me.capabilities, section, 'create')) return null;
  const roles = me.roles as Role[];
  const couldIfOpen = closedAt !== null && allows(capabilitiesOf(roles), section, 'create');
  const isAdvisor = roles.some(({ name }) => name === 'advisor');
  const reason = couldIfOpen ? 'closed' : isAdvisor ? 'advisor' : 'readOnly';
  return (
    <Alert variant="light" icon={<IconInfoCircle />}>
      {t(`createsNothing.${reason}`)}
    </Alert>
  );
}

import { Alert, Anchor, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allows } from '../../domain/capabilities.ts';
import { useFormats } from '../i18n/use-formats.ts';
import type { Dossier } from './use-dossier.ts';

/** Above every page of a closed dossier: since when, what that means, and who can reopen it (R16). */
export function ClosedBanner({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { id, closedAt, manager, me } = dossier;
  if (!closedAt) return null;
  return (
    <Alert
      color="orange"
      mb="md"
      icon={<IconArchive />}
      title={t('settings.closed.title', { on: date(closedAt) })}
    >
      <Text size="sm">{t('settings.closed.means')}</Text>
      {allows(me.capabilities, 'settings', 'manage') ? (
        <Anchor component={Link} size="sm" c="inherit" underline="always" to={`/dossiers/${id}/settings`}>
          {t('settings.closed.reopenHere')}
        </Anchor>
      ) : (
        <Text size="sm">{t('settings.closed.who', { name: manager.name })}</Text>
      )}
    </Alert>
  );
}

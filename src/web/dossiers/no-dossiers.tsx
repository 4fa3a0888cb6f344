import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Empty } from '../shell/empty.tsx';
import { NewDossier } from './new-dossier.tsx';

/** Where there are no dossiers yet: why, and what each kind of reader can do. */
export function NoDossiers({ team }: { team: Schemas['Me']['team'] }) {
  const { t } = useTranslation();
  const kind = team ? (team.role === 'support' ? 'support' : 'creates') : 'client';
  return (
    <Empty text={t(`dossiers.none.${kind}`)}>
      {kind === 'creates' && (
        <>
          <NewDossier />
          <Text size="sm">{t('dossiers.none.orFile')}</Text>
          <Button component={Link} to="/onboardings" variant="subtle">
            {t('dossiers.none.toFile')}
          </Button>
        </>
      )}
    </Empty>
  );
}

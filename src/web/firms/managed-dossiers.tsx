import { Alert, Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListedDossier } from '../dossiers/use-dossiers.ts';

/** How many of them are named. */
const shown = 8;

type Props = { memberId: string; name: string; dossiers: ListedDossier[] };

/** Which dossiers hold a member in the team, and where they are handed over (R1). */
export function ManagedDossiers({ memberId, name, dossiers }: Props) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" title={t('team.manages', { count: dossiers.length, name })}>
      <List size="sm" mb="xs">
        {dossiers.slice(0, shown).map((dossier) => (
          <List.Item key={dossier.id}>{dossier.name}</List.Item>
        ))}
        {dossiers.length > shown && (
          <List.Item>{t('team.managesMore', { count: dossiers.length - shown })}</List.Item>
        )}
      </List>
      <Text size="sm">{t('team.managesWhy')}</Text>
      <Anchor component={Link} to={`/?manager=${memberId}`} size="sm" c="inherit" fw={600} underline="always">
        {t('team.handOver')}
      </Anchor>
    </Alert>
  );
}

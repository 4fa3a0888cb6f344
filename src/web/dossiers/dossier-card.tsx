import { Badge, Button, Card, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../i18n/use-formats.ts';
import { DossierMenu } from './dossier-menu.tsx';
import type { ListedDossier } from './use-dossiers.ts';

/** A dossier in the list: its name, its manager, and what the reader is in it. */
export function DossierCard({ dossier, isLeft }: { dossier: ListedDossier; isLeft: boolean }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { id, name, closedAt, manager, me } = dossier;
  return (
    <Card component="li" withBorder padding="md">
      <Group wrap="nowrap" gap="xs">
        <Group justify="space-between" flex={1} miw={0}>
          <div>
            <Text component={Link} to={`/dossiers/${id}`} fw={600} c="var(--mantine-color-anchor)">
              {name}
            </Text>
            <Text size="sm">{t('dossiers.manager', { name: manager.name })}</Text>
            {closedAt && <Text size="sm">{t('dossiers.closedSince', { date: date(closedAt) })}</Text>}
          </div>
          <Group gap={6}>
            {closedAt && (
              <Badge variant="outline" color="gray" c="inherit" tt="none">
                {t('dossiers.closed')}
              </Badge>
            )}
            {isLeft && (
              <Badge color="orange" c="var(--mantine-color-text)" variant="light" tt="none">
                {t('dossiers.managerLeft')}
              </Badge>
            )}
            {me.roles.map((role) => (
              <Badge key={role.name} variant="light" tt="none">
                {t(`roles.${role.name}`)}
              </Badge>
            ))}
            {me.numberUnconfirmed && (
              <Button component={Link} to={`/dossiers/${id}/number`} size="xs" color="orange.9">
                {t('dossiers.numberUnconfirmed')}
              </Button>
            )}
          </Group>
        </Group>
        <DossierMenu dossier={dossier} />
      </Group>
    </Card>
  );
}

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDossier } from '../dossiers/use-dossier.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useEndView } from './use-views.ts';
import type { View } from './view.ts';

/** As whom the dossier is seen, what he is there, and the way back. It stays in sight on a long page. */
export function Viewing({ view }: { view: View }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const { data: dossier } = useDossier();
  const end = useEndView(view);
  const roles = dossier?.me.roles.map(({ name, right }) =>
    right ? `${t(`roles.${name}`)} (${t(`rights.${right}`).toLowerCase()})` : t(`roles.${name}`),
  );
  return (
    <Alert
      color="violet"
      mb="md"
      icon={<IconEye />}
      title={t('view.seenAs', { name: view.name })}
      pos="sticky"
      top={64}
      style={{ zIndex: 50 }}
      variant="outline"
      bg="var(--mantine-color-body)"
    >
      <Group justify="space-between" gap="sm">
        <div>
          {roles && roles.length > 0 && <Text size="sm">{t('view.role', { roles: roles.join(', ') })}</Text>}
          <Text size="sm">{t('view.readOnly', { until: time(view.expiresAt) })}</Text>
        </div>
        <Button size="xs" color="violet.9" loading={end.isPending} onClick={() => end.mutate()}>
          {t('view.end')}
        </Button>
      </Group>
    </Alert>
  );
}

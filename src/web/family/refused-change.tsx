import { Alert, Anchor, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Refusal } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';

/** Where what stands in the way is changed first. */
const ways = {
  person_has_access: ['access-rights'],
  person_in_inventory: ['wealth', 'donations'],
  access_irrevocable: [],
} as const;
type Known = keyof typeof ways;
const isKnown = (code: string): code is Known => code in ways;

/** Why somebody can't be removed or marked, and where what stands in the way is changed. */
export function RefusedChange({ error, dossierId }: { error: unknown; dossierId: string }) {
  const { t } = useTranslation();
  const code = error instanceof Refusal ? error.problem.code : '';
  if (code === 'version_stale') {
    return (
      <Alert color="orange" role="alert" icon={<IconAlertCircle />} title={t('stale.title')}>
        {t('stale.again')}
      </Alert>
    );
  }
  if (!isKnown(code)) return <ProblemAlert error={error} />;
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle />} title={t('family.refused.title')}>
      <Text size="sm">{t(`family.refused.${code}`)}</Text>
      {ways[code].map((tab) => (
        <Anchor
          key={tab}
          component={Link}
          to={`/dossiers/${dossierId}/${tab}`}
          size="sm"
          mr="md"
          c="inherit"
          underline="always"
        >
          {t(`dossier.tabs.${tab}`)}
        </Anchor>
      ))}
    </Alert>
  );
}

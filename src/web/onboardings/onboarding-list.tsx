import { Button, Card, Container, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../i18n/use-formats.ts';
import { Empty } from '../shell/empty.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useMe } from '../shell/use-me.ts';
import { ColumnsExplained } from './columns-explained.tsx';
import { FileDrop } from './file-drop.tsx';
import { StateBadge } from './state-badge.tsx';
import { useOnboardings } from './use-onboardings.ts';

/** Takes over a firm's dossiers from a file, for who may create dossiers (R1): a file to check, and those of before. */
export function OnboardingList() {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const { data: me } = useMe();
  const firmId = me?.team?.firmId ?? '';
  const list = useOnboardings(firmId);
  const onboardings = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const mayNot = !firmId || me?.team?.role === 'support';
  return (
    <Container size="md" p={0}>
      <Title order={1} mb="xs">
        {t('onboarding.title')}
      </Title>
      {mayNot ? (
        <Empty text={t('onboarding.notYours')} />
      ) : (
        <Stack gap="xl">
          <div>
            <Text mb="md">{t('onboarding.text')}</Text>
            <FileDrop firmId={firmId} />
            <Stack mt="md" gap={0} align="stretch">
              <ColumnsExplained />
            </Stack>
          </div>
          <section aria-labelledby="onboardings">
            <Title order={2} size="h3" id="onboardings" mb="sm">
              {t('onboarding.before')}
            </Title>
            {list.error && <ProblemAlert error={list.error} />}
            {list.isSuccess && onboardings.length === 0 && <Empty text={t('onboarding.none')} />}
            <Stack component="ul" p={0} m={0} gap="sm" style={{ listStyle: 'none' }}>
              {onboardings.map(({ id, createdAt, state, by, dossiers, persons }) => (
                <Card key={id} component="li" withBorder padding="md">
                  <Group justify="space-between">
                    <div>
                      <Text
                        component={Link}
                        to={`/onboardings/${id}`}
                        fw={600}
                        c="var(--mantine-color-anchor)"
                      >
                        {t('onboarding.fileOf', { date: instant(createdAt) })}
                      </Text>
                      <Text size="sm">{t('onboarding.summary', { dossiers, persons, name: by.name })}</Text>
                    </div>
                    <StateBadge state={state} />
                  </Group>
                </Card>
              ))}
            </Stack>
            {list.hasNextPage && (
              <Button mt="md" variant="light" onClick={() => void list.fetchNextPage()}>
                {t('dossiers.more')}
              </Button>
            )}
          </section>
        </Stack>
      )}
    </Container>
  );
}

import { Badge, Button, Card, Container, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';

/** The dossiers that the reader has a role in, with that role. */
export function DossierList() {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['dossiers'],
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/dossiers', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const dossiers = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Container size="md">
      <Title order={1} mb="md">
        {t('dossiers.title')}
      </Title>
      {list.error && <ProblemAlert error={list.error} />}
      {list.isSuccess && dossiers.length === 0 && <Text>{t('dossiers.none')}</Text>}
      <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {dossiers.map(({ id, name, manager, me }) => (
          <Card key={id} component="li" withBorder>
            <Group justify="space-between">
              <div>
                <Text component={Link} to={`/dossiers/${id}`} fw={600} c="var(--mantine-color-anchor)">
                  {name}
                </Text>
                <Text size="sm">{t('dossiers.manager', { name: manager.name })}</Text>
              </div>
              <Group gap={6}>
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
          </Card>
        ))}
      </Stack>
      {list.hasNextPage && (
        <Button
          mt="md"
          variant="light"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('dossiers.more')}
        </Button>
      )}
    </Container>
  );
}

import { Badge, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { deviceOf } from './device.ts';

/** One session: on which device, since and until when; another than this one can be ended. */
export function SessionRow({ session }: { session: Schemas['Sessions']['items'][number] }) {
  const { t } = useTranslation();
  const { ago, instant } = useFormats();
  const queries = useQueryClient();
  const { id, current, createdAt, lastUsedAt, address, userAgent } = session;
  const device = deviceOf(userAgent) ?? t('yourAccount.sessions.unknown');
  const end = useMutation({
    mutationFn: () =>
      answered(api.DELETE('/api/me/sessions/{session}', { params: { path: { session: id } } })),
    onSuccess: () => notifications.show({ message: t('yourAccount.sessions.ended', { device }) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <Group component="li" justify="space-between" align="start" gap="xs">
      <div style={{ flex: '1 1 200px', minWidth: 0 }}>
        <Group gap="xs">
          <Text fw={500}>{device}</Text>
          {current && (
            <Badge variant="light" tt="none">
              {t('yourAccount.sessions.current')}
            </Badge>
          )}
        </Group>
        <Text size="sm">{t('yourAccount.sessions.used', { ago: ago(lastUsedAt) })}</Text>
        <Text size="sm">{t('yourAccount.sessions.since', { at: instant(createdAt) })}</Text>
        {address && <Text size="sm">{t('yourAccount.sessions.address', { address })}</Text>}
        {end.error && <ProblemAlert error={end.error} />}
      </div>
      {!current && (
        <Button
          variant="default"
          size="xs"
          loading={end.isPending}
          aria-label={t('yourAccount.sessions.endNamed', { device })}
          onClick={() => end.mutate()}
        >
          {t('yourAccount.sessions.end')}
        </Button>
      )}
    </Group>
  );
}

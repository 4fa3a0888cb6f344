import { Button, Card, Container, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { answered, api, Refusal } from '../api/client.ts';
import { CodeField } from '../shell/code-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useTextedCode } from '../shell/use-texted-code.ts';

/** Opens an access whose number isn't the account's, by a code sent to the number that was typed for it (R10). */
export function ConfirmNumber() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const params = { path: { d } };
  const enter = async () => {
    await queries.invalidateQueries();
    await navigate(`/dossiers/${d}`, { replace: true });
  };
  const onError = async (error: unknown) => {
    if (error instanceof Refusal && error.problem.code === 'already_open') await enter();
  };
  const open = useMutation({
    mutationFn: (code: string) => answered(api.POST('/api/dossiers/{d}/open', { params, body: { code } })),
    onSuccess: async () => {
      await enter();
      notifications.show({ message: t('confirmNumber.opened') });
    },
    onError,
  });
  const texted = useTextedCode(() => answered(api.POST('/api/dossiers/{d}/open/code', { params })), {
    onAsk: open.reset,
    onError,
  });
  return (
    <Container size={440} p={0}>
      <Card withBorder>
        <Stack>
          <Title order={1} size="h2">
            {t('confirmNumber.title')}
          </Title>
          <Text>{t('confirmNumber.text')}</Text>
          {Boolean(texted.error) && <ProblemAlert error={texted.error} />}
          {texted.sent > 0 ? (
            <CodeField
              label={t('confirmNumber.label')}
              error={open.error}
              isPending={open.isPending}
              onComplete={(code) => open.mutate(code)}
              texted={texted}
            />
          ) : (
            <Button loading={texted.isPending} onClick={texted.ask}>
              {t('confirmNumber.send')}
            </Button>
          )}
          <Text size="sm">{t('confirmNumber.notYours')}</Text>
          <Button component={Link} to="/" variant="subtle">
            {t('code.back')}
          </Button>
        </Stack>
      </Card>
    </Container>
  );
}

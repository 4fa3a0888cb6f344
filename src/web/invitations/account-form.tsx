import { Button, Group, PinInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { passwordLength } from '../../domain/password.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { PasswordField } from '../signing-in/password-field.tsx';

type Props = { token: string; invitation: Schemas['InvitationView']; onBack: () => void };

/** Makes the account: a password, then the code sent to the phone; who has made it is signed in. */
export function AccountForm({ token, invitation, onBack }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const path = { token };
  const send = useMutation({
    mutationFn: () => answered(api.POST('/api/invitations/{token}/code', { params: { path } })),
  });
  const make = useMutation({
    mutationFn: (entered: string) =>
      answered(
        api.POST('/api/invitations/{token}/account', { params: { path }, body: { password, code: entered } }),
      ),
    onSuccess: async () => {
      queries.clear();
      await navigate('/');
    },
    onError: () => setCode(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password.length >= passwordLength.min) send.mutate();
  };
  const error = make.error ?? send.error;
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('account.title')}
      </Title>
      <Text>{t('account.email', { email: invitation.email })}</Text>
      {error && <ProblemAlert error={error} />}
      <form onSubmit={submit}>
        <Stack>
          <PasswordField
            value={password}
            disabled={send.isSuccess}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {!send.isSuccess && (
            <Button type="submit" loading={send.isPending}>
              {t('account.sendCode', { phone: invitation.phone })}
            </Button>
          )}
        </Stack>
      </form>
      {send.isSuccess && (
        <>
          <Text role="status">{t('account.codeSent', { phone: invitation.phone })}</Text>
          <PinInput
            oneTimeCode
            autoFocus
            type="number"
            length={6}
            ariaLabel={t('code.digit')}
            value={code}
            onChange={setCode}
            onComplete={(entered) => make.mutate(entered)}
            disabled={make.isPending}
          />
        </>
      )}
      <Group justify="space-between">
        <Button variant="subtle" onClick={onBack}>
          {t('code.back')}
        </Button>
        {send.isSuccess && (
          <Button variant="light" loading={send.isPending} onClick={() => send.mutate()}>
            {t('code.again')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

import { Button, Loader, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answered, api, Refusal, type Schemas } from '../api/client.ts';
import { CodeField } from '../shell/code-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useMe } from '../shell/use-me.ts';
import { useTextedCode } from '../shell/use-texted-code.ts';
import { OtherAccount } from './other-account.tsx';

type Props = { token: string; invitation: Schemas['InvitationView'] };

const codeOf = (error: unknown) => (error instanceof Refusal ? error.problem.code : null);

/** Joins a team with the account that one has (R15), signed in; a number typed anew is confirmed by a code (R10). */
export function JoinTeam({ token, invitation }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: me, isPending } = useMe();
  const params = { path: { token } };
  const texted = useTextedCode(() => answered(api.POST('/api/invitations/{token}/code', { params })), {
    onAsk: () => join.reset(),
  });
  const join = useMutation({
    mutationFn: (code?: string) =>
      answered(api.POST('/api/invitations/{token}/accept', { params, body: code ? { code } : {} })),
    onSuccess: async () => {
      queries.clear();
      notifications.show({ message: t('invitation.joined', { firm: invitation.firm.name }) });
      await navigate('/');
    },
    onError: (error) => {
      if (codeOf(error) === 'number_unconfirmed') texted.ask();
    },
  });
  if (isPending) return <Loader />;
  if (!me) {
    return (
      <Button component={Link} to={`/sign-in?to=${encodeURIComponent(`/invitations/${token}`)}`}>
        {t('invitation.signInToAccept')}
      </Button>
    );
  }
  const refused = codeOf(join.error);
  if (refused === 'wrong_account') {
    return <OtherAccount token={token} invited={invitation.email} me={me.email} />;
  }
  if (texted.sent > 0) {
    return (
      <Stack>
        {Boolean(texted.error) && <ProblemAlert error={texted.error} />}
        <CodeField
          label={t('account.codeSent', { phone: invitation.phone })}
          error={join.error}
          isPending={join.isPending}
          onComplete={(code) => join.mutate(code)}
          texted={texted}
        />
      </Stack>
    );
  }
  const failed = texted.error ?? (refused === 'number_unconfirmed' ? null : join.error);
  return (
    <>
      {Boolean(failed) && <ProblemAlert error={failed} />}
      <Button loading={join.isPending || texted.isPending} onClick={() => join.mutate(undefined)}>
        {t('invitation.join', { email: me.email })}
      </Button>
    </>
  );
}

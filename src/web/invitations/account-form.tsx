import { Button, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { passwordLength } from '../../domain/password.ts';
import { answered, api, Refusal, type Schemas } from '../api/client.ts';
import { CodeField } from '../shell/code-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useTextedCode } from '../shell/use-texted-code.ts';
import { PasswordField } from '../signing-in/password-field.tsx';
import { DeadLink } from './dead-link.tsx';
import { useMakeAccount } from './use-make-account.ts';

type Props = { token: string; invitation: Schemas['InvitationView']; onBack: () => void };

const isGone = (error: unknown) => error instanceof Refusal && error.problem.status === 404;

/** Makes the account: a password, then the code sent to the phone; who has made it is signed in. */
export function AccountForm({ token, invitation, onBack }: Props) {
  const { t } = useTranslation();
  const { email, phone, firm, inviter, dossier } = invitation;
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: ({ length }) => (length < passwordLength.min ? t('password.tooShort', passwordLength) : null),
    },
  });
  const make = useMakeAccount(token, invitation);
  const texted = useTextedCode(
    () => answered(api.POST('/api/invitations/{token}/code', { params: { path: { token } } })),
    { onAsk: make.reset },
  );
  if (isGone(make.error) || isGone(texted.error)) return <DeadLink />;
  const isSent = texted.sent > 0;
  const about = [firm.name, inviter?.name ?? '', dossier?.name ?? ''];
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('account.title')}
      </Title>
      <Text>{t('account.email', { email })}</Text>
      {Boolean(texted.error) && <ProblemAlert error={texted.error} />}
      <form noValidate onSubmit={form.onSubmit(texted.ask)}>
        <Stack>
          <PasswordField personal={about} disabled={isSent} {...form.getInputProps('password')} />
          {!isSent && (
            <Button type="submit" loading={texted.isPending}>
              {t('account.sendCode', { phone })}
            </Button>
          )}
        </Stack>
      </form>
      {isSent && (
        <>
          <CodeField
            label={t('account.codeSent', { phone })}
            error={make.error}
            isPending={make.isPending}
            onComplete={(code) => make.mutate({ password: form.values.password, code })}
            texted={texted}
          />
          <Text size="sm">{t('account.noCode')}</Text>
        </>
      )}
      <Button variant="subtle" onClick={onBack}>
        {t('code.back')}
      </Button>
    </Stack>
  );
}

import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { answered, api, Refusal } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { type Ends, useVerify } from './use-verify.ts';

/** A recovery code as the API takes it, however it was typed; null for what can't be one. */
function recoveryCode(typed: string): string | null {
  const characters = typed.replace(/[\s-]/g, '');
  return /^[a-z0-9]{10}$/i.test(characters) ? `${characters.slice(0, 5)}-${characters.slice(5)}` : null;
}

/** A recovery code in place of one from phone or app; it works once (R15). */
export function RecoveryStep(ends: Ends) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (typed) => (recoveryCode(typed) ? null : t('secondFactor.recoveryShape')) },
  });
  const verify = useVerify(
    (code) => answered(api.POST('/api/auth/two-factor/verify-backup-code', { body: { code } })),
    ends,
  );
  const isWrong = verify.error instanceof Refusal && verify.error.problem.code === 'bad_code';
  return (
    <form noValidate onSubmit={form.onSubmit(({ code }) => verify.mutate(recoveryCode(code)!))}>
      <Stack>
        <Text>{t('secondFactor.recoveryText')}</Text>
        {verify.error && !isWrong && <ProblemAlert error={verify.error} />}
        <TextInput
          label={t('secondFactor.recoveryLabel')}
          placeholder="aB3dE-fG7hI"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('code')}
          error={form.errors.code ?? (isWrong ? t('secondFactor.recoveryWrong') : null)}
        />
        <Button type="submit" loading={verify.isPending}>
          {t('secondFactor.recoverySend')}
        </Button>
      </Stack>
    </form>
  );
}

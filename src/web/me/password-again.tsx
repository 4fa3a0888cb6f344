import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { TypedPassword } from '../shell/typed-password.tsx';
import { useMe } from '../shell/use-me.ts';

type Props<T> = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What follows from it. */
  text: string;
  verb: string;
  color?: 'red' | 'petrol';
  call: (password: string) => Promise<T>;
  onDone: (answer: T) => void;
};

/** Whether a call was refused for the password that was asked for again. */
export const isWrongPassword = (error: unknown) =>
  error instanceof Refusal && error.problem.code === 'wrong_password';

/** A dialog that asks for the password again, before a change of how one signs in. */
export function PasswordAgain<T>({ opened, ...props }: Props<T>) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { text, verb, color = 'petrol', call, onDone } = props;
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t('signIn.passwordNeeded')) },
  });
  const change = useMutation({
    mutationFn: call,
    onSuccess: (answer) => {
      form.reset();
      onDone(answer);
    },
    onError: (error) => {
      if (isWrongPassword(error)) form.setFieldError('password', t('yourAccount.wrongPassword'));
    },
  });
  const close = () => {
    form.reset();
    change.reset();
    props.onClose();
  };
  return (
    <FormDialog opened={opened} onClose={close} title={props.title}>
      <form noValidate onSubmit={form.onSubmit(({ password }) => change.mutate(password))}>
        <Stack>
          <Text size="sm">{text}</Text>
          {change.error && !isWrongPassword(change.error) && <ProblemAlert error={change.error} />}
          <input type="text" autoComplete="username" value={me?.email ?? ''} readOnly hidden />
          <TypedPassword
            label={t('yourAccount.passwordAgain')}
            autoComplete="current-password"
            data-autofocus
            {...form.getInputProps('password')}
          />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t('leave.cancel')}
            </Button>
            <Button type="submit" color={color} loading={change.isPending}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormDialog>
  );
}

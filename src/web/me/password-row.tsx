import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { ChangePassword } from './change-password.tsx';
import { Row } from './row.tsx';

/** The password, which is never shown, and the way to another. */
export function PasswordRow({ me }: { me: Schemas['Me'] }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  return (
    <Row label={t('signIn.password')} value={t('yourAccount.passwordText')}>
      <Button variant="default" size="xs" onClick={open}>
        {t('yourAccount.changePassword')}
      </Button>
      {opened && <ChangePassword me={me} onClose={close} />}
    </Row>
  );
}

import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../shell/use-me.ts';

/** Tells who is signed in that the invitation is another address's, and makes another account. */
export function SignedInAlready({ email }: { email: string }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return me ? <Alert color="yellow">{t('invitation.signedInAs', { me: me.email, email })}</Alert> : null;
}

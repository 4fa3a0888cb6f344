import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { AppSetup } from './app-setup.tsx';
import { PasswordAgain } from './password-again.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Enrols an authenticator app (R15): password, secret, its first code; then the recovery codes that come with it. */
export function EnrolApp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [setup, setSetup] = useState<Schemas['AuthenticatorSetup'] | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const end = () => {
    onClose();
    void queries.invalidateQueries({ queryKey: ['me'] });
  };
  if (codes) return <RecoveryCodes codes={codes} text={t('yourAccount.app.added')} onClose={end} />;
  if (setup) return <AppSetup setup={setup} onEnrolled={setCodes} onClose={onClose} />;
  return (
    <PasswordAgain
      opened
      onClose={onClose}
      title={t('yourAccount.app.add')}
      text={t('yourAccount.app.addText')}
      verb={t('signIn.next')}
      call={(password) => answered(api.POST('/api/me/authenticator', { body: { password } }))}
      onDone={setSetup}
    />
  );
}

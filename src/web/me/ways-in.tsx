import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { Section } from '../shell/section.tsx';
import { AppRow } from './app-row.tsx';
import { PasswordRow } from './password-row.tsx';
import { RecoveryRow } from './recovery-row.tsx';
import { TextsRow } from './texts-row.tsx';

/** How one signs in: password, then one of the second factors, which can't be switched off (R15). */
export function WaysIn({ me }: { me: Schemas['Me'] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('yourAccount.waysIn')} text={t('yourAccount.waysInText')}>
      <PasswordRow me={me} />
      <TextsRow me={me} />
      <AppRow me={me} />
      <RecoveryRow me={me} />
    </Section>
  );
}

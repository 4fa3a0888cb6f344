import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { languageNames } from '../i18n/language-names.ts';
import { phoneText } from '../i18n/phone-text.ts';
import { Section } from '../shell/section.tsx';
import { Row } from './row.tsx';

/** Name, address, number and language, as the account has them; nobody changes the number alone (R15). */
export function Profile({ me }: { me: Schemas['Me'] }) {
  const { t } = useTranslation();

  return (
    <Section title={t('yourAccount.profile')} text={t('yourAccount.profileText')}>
      <Row label={t('yourAccount.name')} value={me.name} />
      <Row label={t('signIn.email')} value={me.email} />
      <Row label={t('yourAccount.phone')} value={phoneText(me.phone)}>
        {!me.phoneChange && (
          <Button component={Link} to="/lost-phone" variant="default" size="xs">
            {t('yourAccount.otherNumber')}
          </Button>
        )}
      </Row>
      <Row label={t('yourAccount.language')} value={languageNames[me.language]} />
    </Section>
  );
}

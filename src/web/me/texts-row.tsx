import { Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { phoneText } from '../i18n/phone-text.ts';
import { PasswordAgain } from './password-again.tsx';
import { Row } from './row.tsx';

/** Codes by text message: on or off where there is an app; always on without one (R15). */
export function TextsRow({ me }: { me: Schemas['Me'] }) {
  const { t } = useTranslation();

  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const { authenticator, textMessages } = me.secondFactors;
  const state = textMessages ? (authenticator ? 'on' : 'only') : 'off';
  const next = textMessages ? 'turnOff' : 'turnOn';
  return (
    <Row
      label={t('yourAccount.texts.label')}
      value={t(`yourAccount.texts.${state}`, { phone: phoneText(me.phone) })}
    >
      <Switch
        checked={textMessages}
        disabled={!authenticator}
        onChange={open}
        aria-label={t('yourAccount.texts.label')}
      />
      <PasswordAgain
        opened={opened}
        onClose={close}
        title={t(`yourAccount.texts.${next}.title`)}
        text={t(`yourAccount.texts.${next}.text`)}
        verb={t(`yourAccount.texts.${next}.verb`)}
        call={(password) =>
          answered(api.PUT('/api/me/text-messages', { body: { password, allowed: !textMessages } }))
        }
        onDone={() => {
          notifications.show({ message: t(`yourAccount.texts.${next}.done`) });
          close();
          void queries.invalidateQueries({ queryKey: ['me'] });
        }}
      />
    </Row>
  );
}

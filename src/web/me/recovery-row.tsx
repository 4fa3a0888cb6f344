import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { PasswordAgain } from './password-again.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Row } from './row.tsx';

/** How many recovery codes are left, and the way to new ones, after which those of before stop working (R15). */
export function RecoveryRow({ me }: { me: Schemas['Me'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [codes, setCodes] = useState<string[] | null>(null);
  const left = me.recoveryCodesLeft;
  return (
    <Row
      label={t('yourAccount.recovery.label')}
      value={left === 0 ? t('yourAccount.recovery.none') : t('yourAccount.recovery.left', { count: left })}
    >
      <Button variant="default" size="xs" onClick={open}>
        {t('yourAccount.recovery.make')}
      </Button>
      <PasswordAgain
        opened={opened}
        onClose={close}
        title={t('yourAccount.recovery.make')}
        text={t(left === 0 ? 'yourAccount.recovery.makeText' : 'yourAccount.recovery.replaceText')}
        verb={t('yourAccount.recovery.make')}
        call={(password) => answered(api.POST('/api/me/recovery-codes', { body: { password } }))}
        onDone={({ recoveryCodes }) => {
          close();
          setCodes(recoveryCodes);
        }}
      />
      {codes && (
        <RecoveryCodes
          codes={codes}
          text={t('yourAccount.recovery.made')}
          onClose={() => {
            setCodes(null);
            void queries.invalidateQueries({ queryKey: ['me'] });
          }}
        />
      )}
    </Row>
  );
}

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { EnrolApp } from './enrol-app.tsx';
import { PasswordAgain } from './password-again.tsx';
import { Row } from './row.tsx';

/** The authenticator app: enrolled or not, and the way to the other. */
export function AppRow({ me }: { me: Schemas['Me'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [enrolling, { open: enrol, close: endEnrolling }] = useDisclosure();
  const [removing, { open: remove, close: endRemoving }] = useDisclosure();
  const { authenticator } = me.secondFactors;
  return (
    <Row
      label={t('yourAccount.app.label')}
      value={t(authenticator ? 'yourAccount.app.enrolled' : 'yourAccount.app.none')}
    >
      {authenticator ? (
        <Button variant="default" size="xs" onClick={remove}>
          {t('yourAccount.app.remove')}
        </Button>
      ) : (
        <Button variant="default" size="xs" onClick={enrol}>
          {t('yourAccount.app.add')}
        </Button>
      )}
      {enrolling && <EnrolApp onClose={endEnrolling} />}
      <PasswordAgain
        opened={removing}
        onClose={endRemoving}
        title={t('yourAccount.app.removeTitle')}
        text={t('yourAccount.app.removeText')}
        verb={t('yourAccount.app.remove')}
        color="red"
        call={(password) => answered(api.POST('/api/me/authenticator/remove', { body: { password } }))}
        onDone={() => {
          notifications.show({ message: t('yourAccount.app.removed') });
          endRemoving();
          void queries.invalidateQueries({ queryKey: ['me'] });
        }}
      />
    </Row>
  );
}

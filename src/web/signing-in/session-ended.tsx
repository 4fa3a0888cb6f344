import { Button, Modal, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignInSteps } from './sign-in-steps.tsx';

/** Over the page of whose session has ended: he signs in again, and what he had typed is still there. */
export function SessionEnded({ email }: { email: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      title={t('signIn.ended')}
      zIndex={400}
    >
      <Stack>
        <SignInSteps email={email} notice={t('signIn.endedText')} onIn={() => queries.invalidateQueries()} />
        <Button variant="subtle" onClick={() => void navigate('/sign-in')}>
          {t('signIn.otherAccount')}
        </Button>
      </Stack>
    </Modal>
  );
}

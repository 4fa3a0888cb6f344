import { Box, Button, Code, CopyButton, Group, List, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import QRCode from 'react-qr-code';
import { answered, api, type Schemas } from '../api/client.ts';
import { CodeField } from '../shell/code-field.tsx';

type Props = {
  setup: Schemas['AuthenticatorSetup'];
  onEnrolled: (recoveryCodes: string[]) => void;
  onClose: () => void;
};

/** What the app is set up with, as a QR code and as text, and its first code, which ends the enrolment. */
export function AppSetup({ setup, onEnrolled, onClose }: Props) {
  const { t } = useTranslation();
  const confirm = useMutation({
    mutationFn: (code: string) => answered(api.POST('/api/me/authenticator/confirm', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onEnrolled(recoveryCodes),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('yourAccount.app.add')}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
      <Stack>
        <List type="ordered" size="sm" spacing={6}>
          {(['install', 'scan', 'enter'] as const).map((step) => (
            <List.Item key={step}>{t(`yourAccount.app.steps.${step}`)}</List.Item>
          ))}
        </List>
        <Box bg="white" p="md" mx="auto">
          <QRCode value={setup.totpUri} size={180} role="img" aria-label={t('yourAccount.app.qr')} />
        </Box>
        <Group gap="xs">
          <Code fz="sm" style={{ overflowWrap: 'anywhere' }}>
            {setup.secret.match(/.{1,4}/g)?.join(' ')}
          </Code>
          <CopyButton value={setup.secret}>
            {({ copied, copy }) => (
              <Button variant="default" size="xs" onClick={copy}>
                {t(copied ? 'yourAccount.copied' : 'yourAccount.app.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <CodeField
          label={t('yourAccount.app.firstCode')}
          error={confirm.error}
          isPending={confirm.isPending}
          onComplete={(code) => confirm.mutate(code)}
        />
      </Stack>
    </Modal>
  );
}

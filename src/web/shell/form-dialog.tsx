import { Button, Group, Modal, type ModalProps, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useLeaveGuard } from './use-leave-guard.ts';

type Props = Pick<ModalProps, 'opened' | 'onClose' | 'title' | 'size' | 'children'> & {
  /** Whether something was typed that closing would lose: closing then asks first. */
  isDirty: boolean;
};

/** There while its dialog is open: the router asks one guard alone, of several dialogs on a page. */
function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  useLeaveGuard(isDirty);
  return null;
}

/** A dialog with a form in it. What was typed isn't lost by Escape, a click beside it or the way back. */
export function FormDialog({ isDirty, onClose, children, ...rest }: Props) {
  const { t } = useTranslation();
  const [asking, { open: ask, close: stay }] = useDisclosure();
  const leave = () => {
    stay();
    onClose();
  };
  return (
    <Modal {...rest} onClose={isDirty ? ask : onClose} closeButtonProps={{ 'aria-label': t('leave.close') }}>
      {children}
      {rest.opened && <LeaveGuard isDirty={isDirty} />}
      {/* Not there before it is asked: the Escape that asks would close it, too. */}
      {asking && (
        <Modal opened onClose={stay} title={t('leave.title')} withCloseButton={false} centered>
          <Stack>
            <Text size="sm">{t('leave.text')}</Text>
            <Group justify="end">
              <Button variant="default" onClick={leave}>
                {t('leave.leave')}
              </Button>
              <Button data-autofocus onClick={stay}>
                {t('leave.stay')}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </Modal>
  );
}

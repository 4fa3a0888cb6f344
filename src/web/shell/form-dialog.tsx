import { Button, Group, Modal, type ModalProps, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogAround } from './unsaved.tsx';
import { useIsAsked } from './use-is-asked.ts';

type Props = Pick<ModalProps, 'opened' | 'onClose' | 'title' | 'size' | 'children'>;

/** A dialog with a form in it, whose `Unsaved` keeps it from being closed by Escape or a click beside it unasked. */
export function FormDialog({ onClose, children, ...rest }: Props) {
  const { t } = useTranslation();
  const isAsked = useIsAsked();
  const [isUnsaved, tell] = useState(false);
  const [asking, { open: ask, close: stay }] = useDisclosure();
  const close = () => {
    if (isAsked()) return;
    if (isUnsaved) ask();
    else onClose();
  };
  const leave = () => {
    stay();
    onClose();
  };
  return (
    <Modal {...rest} onClose={close} closeButtonProps={{ 'aria-label': t('leave.close') }}>
      <DialogAround value={{ isOpen: rest.opened, tell }}>{children}</DialogAround>
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

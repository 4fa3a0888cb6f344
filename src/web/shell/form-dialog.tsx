import { Button, Group, Modal, type ModalProps, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FocusEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogAround } from './unsaved.tsx';
import { useIsAsked } from './use-is-asked.ts';

type Props = Pick<ModalProps, 'opened' | 'onClose' | 'title' | 'size' | 'children'>;

/** A dialog with a form in it, whose `Unsaved` keeps it from being closed by Escape or a click beside it unasked. */
export function FormDialog({ onClose, children, ...rest }: Props) {
  const { t } = useTranslation();
  const isAsked = useIsAsked();
  const [isUnsaved, tell] = useState(false);
  const [asking, { open: ask, close: answer }] = useDisclosure();
  const focused = useRef<HTMLElement>(null);
  const close = () => {
    if (isAsked()) return;
    if (isUnsaved) ask();
    else onClose();
  };
  const leave = () => {
    answer();
    onClose();
  };
  const stay = () => {
    // A question that goes at once gives nothing back by itself.
    focused.current?.focus();
    answer();
  };
  return (
    <Modal
      {...rest}
      onClose={close}
      onFocus={({ currentTarget, target }: FocusEvent<HTMLElement>) => {
        // The question's focus comes by here, too, though it stands elsewhere in the document.
        if (currentTarget.contains(target)) focused.current = target;
      }}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
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

import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { TFunction } from 'i18next';

type Question = {
  title: string;
  /** What follows from it, in plain words. */
  consequences: string;
  /** The verb on the button. */
  verb: string;
};

/** Asks before something that can't be undone, or that somebody is told of. @returns whether it was confirmed */
export const confirmed = (t: TFunction, { title, consequences, verb }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: <Text size="sm">{consequences}</Text>,
      labels: { confirm: verb, cancel: t('leave.cancel') },
      confirmProps: { color: 'red' },
      withCloseButton: false,
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });

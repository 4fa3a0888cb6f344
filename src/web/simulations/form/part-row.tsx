import { ActionIcon, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from './section.tsx';

type Props = Pick<SectionProps, 'form'> & {
  /** The path of the part in the form. */
  at: string;
  label: string;
  persons: { value: string; label: string }[];
  /** What stands between the person and the share. */
  children?: ReactNode;
  onRemove: (() => void) | null;
};

/** A person with a share of something. */
export function PartRow({ form, at, label, persons, children, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <Group align="start" gap="xs">
      <NativeSelect
        label={label}
        data={persons}
        flex="1 1 180px"
        miw={0}
        {...form.getInputProps(`${at}.personId`)}
      />
      {children}
      <TextInput label={t('simulations.share')} w={110} {...form.getInputProps(`${at}.share`)} />
      {onRemove && (
        <ActionIcon
          variant="subtle"
          size="lg"
          mt={26}
          aria-label={t('simulations.removeRow', { label })}
          onClick={onRemove}
        >
          <IconX size={18} />
        </ActionIcon>
      )}
    </Group>
  );
}

import { ActionIcon, Anchor, Box, Group, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../shell/name-of.ts';
import type { Person } from './use-family.ts';

type Props = {
  other: Person;
  /** How the two are related, in words. */
  text: string;
  onShow: (id: string) => void;
  onEdit?: (() => void) | null;
  onRemove: (() => void) | null;
};

/** One relative, how he is related, and for who may write, the way to change that. */
export function RelationRow({ other, text, onShow, onEdit = null, onRemove }: Props) {
  const { t } = useTranslation();
  const name = nameOf(other);
  return (
    <Group wrap="nowrap" justify="space-between" gap="xs" mih={40}>
      <Box miw={0}>
        <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onShow(other.id)}>
          {name}
        </Anchor>
        <Text size="xs">{text}</Text>
      </Box>
      <Group gap={4} wrap="nowrap">
        {onEdit && (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('family.editUnion', { name })}
            onClick={onEdit}
          >
            <IconPencil size={18} />
          </ActionIcon>
        )}
        {onRemove && (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('family.removeLink', { name })}
            onClick={onRemove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </Group>
    </Group>
  );
}

import { Badge, Button, Divider, Group, Stack } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CentralMark } from './central-mark.tsx';
import { PersonFacts } from './person-facts.tsx';
import { RefusedChange } from './refused-change.tsx';
import { Relations } from './relations.tsx';
import type { Role } from './typed-relative.ts';
import type { Family, Person, Union } from './use-family.ts';
import { removedPerson, useRemove } from './use-remove.ts';

export type PersonActions = {
  onEdit: () => void;
  onAdd: (role: Role) => void;
  onEditUnion: (union: Union) => void;
  onRemoved: () => void;
};
type Props = {
  dossierId: string;
  family: Family;
  person: Person;
  mayWrite: boolean;
  mayMark: boolean;
  onShow: (id: string) => void;
} & PersonActions;

const roles: Role[] = ['child', 'partner', 'parent'];

/** All that the family tree knows of a person, and for who may write, what can be done with him. */
export function PersonDetails({ dossierId, family, person, mayWrite, mayMark, onShow, ...actions }: Props) {
  const { t } = useTranslation();
  const remove = useRemove(dossierId, ({ kind }) => kind === 'person' && actions.onRemoved());
  return (
    <Stack>
      {person.central && (
        <Badge tt="none" style={{ alignSelf: 'start' }}>
          {t(`roles.${person.central}`)}
        </Badge>
      )}
      {remove.error && <RefusedChange error={remove.error} dossierId={dossierId} />}
      <PersonFacts person={person} />
      <Divider />
      <Relations
        family={family}
        person={person}
        onShow={onShow}
        change={mayWrite ? { onEditUnion: actions.onEditUnion, onRemove: remove.ask } : null}
      />
      {mayWrite && (
        <>
          <Divider />
          <Group gap="xs">
            {roles.map((role) => (
              <Button key={role} variant="default" size="sm" onClick={() => actions.onAdd(role)}>
                {t(`family.add.${role}`)}
              </Button>
            ))}
          </Group>
          {mayMark && <CentralMark dossierId={dossierId} family={family} person={person} />}
          <Group justify="space-between">
            <Button
              variant="subtle"
              color="red"
              c="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} aria-hidden />}
              loading={remove.isPending}
              onClick={() => void remove.ask(removedPerson(person, family))}
            >
              {t('family.remove')}
            </Button>
            <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={actions.onEdit}>
              {t('family.edit')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

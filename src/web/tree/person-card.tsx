import { Badge, Box, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

type Props = {
  person: Schemas['Person'];
  /** Who his relatives are, in words, for who doesn't see the lines. */
  about: string;
  /** Absent: the card is no button. */
  onOpen?: (() => void) | undefined;
  children?: ReactNode;
};

const year = (day: string | null) => day?.slice(0, 4) ?? '';

/** A person on a family tree: name, years, whether the dossier is theirs, whether they have died. */
export function PersonCard({ person, about, onOpen, children }: Props) {
  const { t } = useTranslation();
  const aboutId = useId();
  const { firstName, lastName, birthDate, deathDate, central } = person;
  const look = {
    h: '100%',
    w: '100%',
    p: 8,
    bdrs: 'md',
    bg: central
      ? 'var(--mantine-primary-color-light)'
      : deathDate
        ? 'var(--mantine-color-default-hover)'
        : 'var(--mantine-color-body)',
    bd: central ? '2px solid var(--mantine-primary-color-filled)' : '1px solid var(--mantine-color-dimmed)',
    style: { display: 'block', overflow: 'hidden' },
  };
  const inside = (
    <>
      <Text component="span" size="sm" fw={600} lh={1.25} lineClamp={2}>
        {firstName} {lastName}
      </Text>
      <Group component="span" gap={6} wrap="nowrap">
        <Text component="span" size="xs" aria-hidden style={{ whiteSpace: 'nowrap' }}>
          {[year(birthDate), deathDate && `† ${year(deathDate)}`].filter(Boolean).join(' – ')}
        </Text>
        <VisuallyHidden component="span">
          {birthDate && t('tree.born', { year: year(birthDate) })}{' '}
          {deathDate && t('tree.died', { year: year(deathDate) })}
        </VisuallyHidden>
        {central && (
          <Badge component="span" size="sm" tt="none" style={{ flexShrink: 0 }}>
            {t(`roles.${central}`)}
          </Badge>
        )}
      </Group>
      {children}
    </>
  );
  return (
    <>
      {onOpen ? (
        <UnstyledButton {...look} aria-describedby={about ? aboutId : undefined} onClick={onOpen}>
          {inside}
        </UnstyledButton>
      ) : (
        <Box {...look}>{inside}</Box>
      )}
      {about && <VisuallyHidden id={aboutId}>{about}</VisuallyHidden>}
    </>
  );
}

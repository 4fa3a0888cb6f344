import { List, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { begins, type Typed } from './typed.ts';
import type { Line } from './use-lines.ts';
import { withdrawalOf } from './withdrawal.ts';

/** What happens after a save, said before it: to the invitee, on acceptance, and who may share further. */
export function WhatFollows({ line, typed }: { line: Line; typed: Typed }) {
  const { t } = useTranslation();
  const { party, right } = line;
  const { name } = party;
  const lines = () => {
    if (typed.right === 'none') return [t(`access.withdrawal.${withdrawalOf(line)}`, { name })];
    const shares =
      party.kind === 'person' && party.central ? t('right.follows.shares') : t('right.follows.sharesNothing');
    if (!begins(line, typed)) return [shares];
    return [
      ...(right === 'none' ? [] : [t('right.follows.corrected')]),
      t('right.follows.invited', { name }),
      t('right.follows.accepted'),
      t('right.follows.reminded'),
      shares,
    ];
  };
  return (
    <Stack component="section" gap={4} aria-label={t('right.follows.title')}>
      <Title order={3} size="h5">
        {t('right.follows.title')}
      </Title>
      <List size="sm" spacing={2}>
        {lines().map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Stack>
  );
}

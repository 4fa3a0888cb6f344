import { Group, Text, ThemeIcon } from '@mantine/core';
import { IconBriefcase, IconFolder, IconKey, IconMail, IconSend, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { type Kind, kindOf } from './kinds.ts';
import { sentence } from './sentence.ts';
import type { Change } from './use-changes.ts';
import type { Entry } from './use-history.ts';

const icons: Record<Kind, typeof IconKey> = {
  rights: IconKey,
  invitations: IconSend,
  mails: IconMail,
  advisors: IconBriefcase,
  dossier: IconFolder,
  accounts: IconUser,
};

/** One entry of the record: what happened, what changed by it, when, and from where. */
export function EntryRow({ entry, changes }: { entry: Entry; changes: Change[] }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const kind = kindOf[entry.action];
  const Icon = icons[kind];
  const origin = entry.details.origin as { address: string } | null | undefined;
  const isErased = entry.actor !== null && origin === undefined;
  return (
    <Group component="li" align="start" wrap="nowrap" gap="sm" py={6}>
      <ThemeIcon variant="default" radius="xl" size={30} aria-hidden>
        <Icon size={16} />
      </ThemeIcon>
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {/* E-mails are many: what somebody did stands out from them. */}
        <Text size={kind === 'mails' ? 'sm' : 'md'} fw={kind === 'mails' ? 400 : 500}>
          {sentence(t, entry)}
        </Text>
        {changes.map(({ label, was, is }) => (
          <Text key={label} size="sm">
            {was !== null && is !== null
              ? t('history.change', { label, was, is })
              : t('history.value', { label, value: was ?? is ?? '' })}
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          <time dateTime={entry.at}>{time(entry.at)}</time>
          {origin && ` · ${t('history.from', { address: origin.address })}`}
          {isErased && ` · ${t('history.fromErased')}`}
        </Text>
      </div>
    </Group>
  );
}

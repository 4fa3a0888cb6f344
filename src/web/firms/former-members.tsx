import { List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { nameOf } from '../shell/name-of.ts';
import type { Member } from './use-members.ts';

/** Who has left the team, and when. */
export function FormerMembers({ members }: { members: Member[] }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  if (members.length === 0) return null;
  return (
    <section aria-labelledby="former-members">
      <Title order={2} size="h4" mt="xl" mb="xs" id="former-members">
        {t('team.former')}
      </Title>
      <List listStyleType="none">
        {members.map((member) => (
          <List.Item key={member.id}>
            <Text size="sm">{t('team.leftOn', { name: nameOf(member), date: date(member.leftAt) })}</Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

import { List, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

type Entry = Schemas['GedcomPreview']['leftOut'][number];

/** What of a file isn't carried over, by its reason: how often, and on which lines or with which tags. */
export function LeftOut({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  const groups = [...Map.groupBy(entries, ({ code }) => code)];
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {t('family.gedcom.leftOut')}
      </Title>
      <List size="sm" spacing={4}>
        {groups.map(([code, those]) => {
          const count = those.reduce((sum, one) => sum + one.count, 0);
          const where = those
            .map(({ line, tag }) => (line === null ? tag : t('family.gedcom.line', { line })))
            .filter(Boolean);
          const some = where.slice(0, 5).join(', ') + (where.length > 5 ? '…' : '');
          return (
            <List.Item key={code}>
              {t(`family.gedcom.codes.${code}`)} × {count}
              {some && ` (${some})`}
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}

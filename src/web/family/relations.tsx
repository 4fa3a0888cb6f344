import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../shell/name-of.ts';
import { RelationRow } from './relation-row.tsx';
import type { Family, Person, Union } from './use-family.ts';
import type { Removed } from './use-remove.ts';
import { useUnionText } from './use-union-text.ts';

type Props = {
  family: Family;
  person: Person;
  onShow: (id: string) => void;
  /** Null: the reader changes nothing. */
  change: { onEditUnion: (union: Union) => void; onRemove: (what: Removed) => void } | null;
};

/** A person's parents, unions and children; each name leads on to that person. */
export function Relations({ family, person, onShow, change }: Props) {
  const { t } = useTranslation();
  const unionText = useUnionText();
  const byId = new Map(family.persons.map((one) => [one.id, one]));
  const unions = family.unions
    .filter(({ personIds }) => personIds.includes(person.id))
    .flatMap((union) => {
      const other = byId.get(union.personIds.find((id) => id !== person.id) ?? '');
      return other ? [{ union, other }] : [];
    });
  const linksWith = (mine: 'childId' | 'parentId', theirs: 'childId' | 'parentId') =>
    family.parents
      .filter((link) => link[mine] === person.id)
      .flatMap((link) => {
        const other = byId.get(link[theirs]);
        return other ? [{ link, other }] : [];
      });
  const groups = [
    { title: t('family.parents'), links: linksWith('childId', 'parentId') },
    { title: t('family.children'), links: linksWith('parentId', 'childId') },
  ];
  const names = (other: Person) => `${nameOf(person)} – ${nameOf(other)}`;
  const [parents, children] = groups.map(({ title, links }) => (
    <section key={title}>
      <Text fw={600} size="sm">
        {title}
      </Text>
      {links.length === 0 && <Text size="sm">{t('family.nobody')}</Text>}
      {links.map(({ link, other }) => (
        <RelationRow
          key={link.id}
          other={other}
          text={t(`family.parentKinds.${link.kind}`)}
          onShow={onShow}
          onRemove={
            change &&
            (() =>
              change.onRemove({
                kind: 'link',
                id: link.id,
                version: link.version,
                names: names(other),
                count: 0,
              }))
          }
        />
      ))}
    </section>
  ));
  return (
    <Stack gap="sm">
      {parents}
      <section>
        <Text fw={600} size="sm">
          {t('family.unions')}
        </Text>
        {unions.length === 0 && <Text size="sm">{t('family.nobody')}</Text>}
        {unions.map(({ union, other }) => (
          <RelationRow
            key={union.id}
            other={other}
            text={unionText(union)}
            onShow={onShow}
            onEdit={change && (() => change.onEditUnion(union))}
            onRemove={
              change &&
              (() =>
                change.onRemove({
                  kind: 'union',
                  id: union.id,
                  version: union.version,
                  names: names(other),
                  count: 0,
                }))
            }
          />
        ))}
      </section>
      {children}
    </Stack>
  );
}

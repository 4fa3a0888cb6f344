import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parentKinds } from '../../domain/words.ts';
import { nameOf } from '../shell/name-of.ts';
import type { Relation } from './typed-relative.ts';
import type { Family } from './use-family.ts';

type Props = {
  field: (name: 'parentKind' | 'otherParentId') => object;
  relation: Relation;
  family: Family;
};

/** By birth or by adoption; and of a child, who the other parent is: a step-child has none of this couple. */
export function LinkFields({ field, relation: { role, to }, family }: Props) {
  const { t } = useTranslation();
  const partnerIds = family.unions
    .filter(({ personIds }) => personIds.includes(to.id))
    .flatMap(({ personIds }) => personIds.filter((id) => id !== to.id));
  const partners = family.persons.filter(({ id }) => partnerIds.includes(id));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <NativeSelect
        label={t('family.parentKind')}
        data={parentKinds.map((value) => ({ value, label: t(`family.parentKinds.${value}`) }))}
        {...field('parentKind')}
      />
      {role === 'child' && partners.length > 0 && (
        <NativeSelect
          label={t('family.otherParent')}
          data={[
            { value: '', label: t('family.noOtherParent') },
            ...partners.map((person) => ({ value: person.id, label: nameOf(person) })),
          ]}
          {...field('otherParentId')}
        />
      )}
    </SimpleGrid>
  );
}

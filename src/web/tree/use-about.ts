import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

/** Each person's parents, partners and children in words: what the lines of the drawing say. */
export function useAbout(family: Schemas['Family'] | undefined): Map<string, string> {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    if (!family) return new Map();
    const names = new Map(
      family.persons.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]),
    );
    const list = new Intl.ListFormat(i18n.language);
    const said = (ids: string[]) => list.format(ids.map((id) => names.get(id) ?? ''));
    const byChild = Map.groupBy(family.parents, ({ childId }) => childId);
    const byParent = Map.groupBy(family.parents, ({ parentId }) => parentId);
    const couples = family.unions.flatMap(({ personIds: [a, b] }) => [
      { who: a!, other: b! },
      { who: b!, other: a! },
    ]);
    const byPartner = Map.groupBy(couples, ({ who }) => who);
    return new Map(
      family.persons.map(({ id }) => {
        const parents = byChild.get(id)?.map(({ parentId }) => parentId) ?? [];
        const partners = byPartner.get(id)?.map(({ other }) => other) ?? [];
        const children = byParent.get(id)?.map(({ childId }) => childId) ?? [];
        const sentences = [
          parents.length > 0 && t('tree.childOf', { names: said(parents) }),
          partners.length > 0 && t('tree.partnerOf', { names: said(partners) }),
          children.length > 0 && t('tree.parentOf', { names: said(children) }),
        ];
        return [id, sentences.filter(Boolean).join(' ')];
      }),
    );
  }, [family, t, i18n.language]);
}

import { useTranslation } from 'react-i18next';
import { useDossier } from '../dossiers/use-dossier.ts';
import { useFormats } from '../i18n/use-formats.ts';
import type { Line } from './use-lines.ts';

/** Why somebody has access, has none any more, or can't be given any by the reader: 'Given by Marc Meyer on 3 March'. */
export function useWhyText(): (line: Line) => string | null {
  const { t } = useTranslation();
  const { date } = useFormats();
  const gives = useDossier().data?.me.capabilities.familyAccess === 'give';
  return ({ given, leftAt, party, actions }) => {
    if (given) {
      const on = date(given.at);
      return given.by ? t('access.givenBy', { name: given.by, date: on }) : t('access.givenOn', { date: on });
    }
    const isWithdrawn = gives && party.kind === 'person' && !party.deceased && actions.length === 0;
    if (isWithdrawn) return t('problems.codes.withdrawn_by_manager');
    return leftAt && t('access.leftOn', { date: date(leftAt) });
  };
}

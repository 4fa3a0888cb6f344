import { Alert } from '@mantine/core';
import { IconEye, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDossier } from '../dossiers/use-dossier.ts';
import { useFormats } from '../i18n/use-formats.ts';

/** Why a section shows no button to change it: the dossier is closed (R16), or the reader's right is to read. */
export function ReadOnlyNote({ section }: { section: 'wealth' | 'donations' }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { data: dossier } = useDossier();
  if (!dossier || dossier.me.capabilities[section] === 'write') return null;
  return dossier.closedAt ? (
    <Alert color="gray" icon={<IconLock />}>
      {t('inventory.closed', { date: date(dossier.closedAt), manager: dossier.manager.name })}
    </Alert>
  ) : (
    <Alert color="gray" icon={<IconEye />}>
      {t('inventory.readOnly')}
    </Alert>
  );
}

import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadAgain } from './use-views.ts';
import { useView } from './view.ts';
import { Viewing } from './viewing.tsx';

/** Says above every page of a dossier that it is seen as somebody else sees it; and, once, that this is over. */
export function ViewBanner({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const view = useView(dossierId);
  const readAgain = useReadAgain();
  const before = useRef(view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view alone, beginning or ending
  useEffect(() => {
    const ended = before.current;
    before.current = view;
    if (!ended || view || ended.dossierId !== dossierId) return;
    notifications.show({ message: t('view.ended', { name: ended.name }) });
    void readAgain();
  }, [view]);
  return view && <Viewing key={view.id} view={view} />;
}

import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBinaryTree2, IconList } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type View = 'tree' | 'list';

/** Whether a family is seen as a tree or as a list, and the switch between them; remembered in this browser. */
export function useTreeOrList(page: string, defaultValue: View): [View, ReactNode] {
  const { t } = useTranslation();
  const [view, setView] = useLocalStorage<View>({
    key: `view-${page}`,
    defaultValue,
    getInitialValueInEffect: false,
  });
  const label = (icon: ReactNode, text: string) => (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      {icon}
      {text}
    </span>
  );
  const control = (
    <SegmentedControl
      aria-label={t('tree.view')}
      value={view}
      onChange={(chosen) => setView(chosen as View)}
      data={[
        { value: 'tree', label: label(<IconBinaryTree2 size={16} aria-hidden />, t('tree.tree')) },
        { value: 'list', label: label(<IconList size={16} aria-hidden />, t('tree.list')) },
      ]}
    />
  );
  return [view, control];
}

import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconArrowsMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { PersonFinder } from './person-finder.tsx';
import { zoomStep } from './use-zoom.ts';

type Props = {
  persons: Schemas['Person'][];
  scale: number;
  isOverview: boolean;
  onFind: (id: string) => void;
  /** Multiplies the scale. */
  onZoom: (factor: number) => void;
  onNormal: () => void;
  onFit: () => void;
};

/** So many persons are seen at a glance; more are searched. */
const glance = 10;

/** Above a drawn tree: finds a person, enlarges, makes smaller, shows the whole. */
export function TreeTools({ persons, scale, isOverview, onFind, onZoom, onNormal, onFit }: Props) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(scale);
  const buttons = [
    { name: 'out', Icon: IconZoomOut, act: () => onZoom(1 / zoomStep) },
    { name: 'in', Icon: IconZoomIn, act: () => onZoom(zoomStep) },
    { name: 'fit', Icon: IconArrowsMaximize, act: onFit },
  ] as const;
  return (
    <Group justify="space-between" mb="xs" gap="xs">
      {persons.length > glance ? <PersonFinder persons={persons} onFind={onFind} /> : <span />}
      <Text role="status" size="sm" flex={1} miw={0}>
        {isOverview && t('tree.overview')}
      </Text>
      <Group gap={4} wrap="nowrap" role="group" aria-label={t('tree.zoom.label')}>
        <Button
          variant="subtle"
          size="compact-sm"
          h={36}
          aria-label={t('tree.zoom.normal', { percent })}
          onClick={onNormal}
        >
          {percent}
        </Button>
        {buttons.map(({ name, Icon, act }) => (
          <ActionIcon
            key={name}
            variant="default"
            size={36}
            title={t(`tree.zoom.${name}`)}
            aria-label={t(`tree.zoom.${name}`)}
            onClick={act}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        ))}
      </Group>
    </Group>
  );
}

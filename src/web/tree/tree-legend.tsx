import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { adopted, ended, lineColors } from './line-styles.ts';

const signs = [
  { name: 'marriage', knot: lineColors[0] },
  { name: 'cohabitation', knot: 'var(--mantine-color-body)' },
  { name: 'ended', dashes: ended },
  { name: 'birth' },
  { name: 'adoption', dashes: adopted },
] as const;

/** What the lines of a drawn family tree mean. */
export function TreeLegend() {
  const { t } = useTranslation();
  return (
    <Group gap="md" mt="xs" component="ul" p={0} style={{ listStyle: 'none' }}>
      {signs.map((sign) => (
        <Group key={sign.name} gap={6} component="li">
          <svg aria-hidden width={28} height={12}>
            <path
              d="M 0 6 H 28"
              strokeWidth={2}
              style={{ stroke: lineColors[0] }}
              {...('dashes' in sign ? { strokeDasharray: sign.dashes } : {})}
            />
            {'knot' in sign && (
              <circle
                cx={14}
                cy={6}
                r={4}
                strokeWidth={2}
                style={{ stroke: lineColors[0], fill: sign.knot }}
              />
            )}
          </svg>
          <Text size="xs">{t(`tree.legend.${sign.name}`)}</Text>
        </Group>
      ))}
    </Group>
  );
}

import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { standingOf } from './standing.ts';
import type { Line } from './use-lines.ts';
import { useStateText } from './use-state-text.ts';
import { useWhyText } from './use-why-text.ts';

/** How far an access is, where its e-mails go, and why there is one. */
export function StateCell({ line }: { line: Line }) {
  const { t } = useTranslation();
  const stateText = useStateText();
  const why = useWhyText()(line);
  const { party, right, revocable, email, own } = line;
  const isStuck = standingOf(line) === 'stuck';
  const isCentral = party.kind === 'person' && party.central && right !== 'none' && !revocable;
  return (
    <>
      <Group gap={6} wrap="nowrap" align="start">
        {isStuck && (
          <IconAlertTriangle
            size={16}
            color="var(--mantine-color-orange-7)"
            style={{ flexShrink: 0, marginTop: 2 }}
            aria-hidden
          />
        )}
        <Text size="sm" fw={isStuck ? 600 : 400}>
          {stateText(line)}
        </Text>
      </Group>
      {email && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Text>
      )}
      {why && (
        <Text size="xs" c="dimmed">
          {why}
          {isCentral && ` ${t(`access.${own ? 'centralOwn' : 'central'}.${party.central!}`)}`}
        </Text>
      )}
    </>
  );
}

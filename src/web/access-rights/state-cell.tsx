import { Text } from '@mantine/core';
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
  const isCentral = party.kind === 'person' && party.central && right !== 'none' && !revocable;
  return (
    <>
      <Text size="sm" fw={standingOf(line) === 'stuck' ? 600 : 400}>
        {stateText(line)}
      </Text>
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

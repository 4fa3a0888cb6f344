import { Accordion, Anchor, Code, Group, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { onboardingColumns, onboardingLimits } from '../../domain/onboarding.ts';
import template from './template.csv?url';

/** What a file holds, column by column, and a template to fill in. */
export function ColumnsExplained() {
  const { t, i18n } = useTranslation();
  const lines = onboardingLimits.lines.toLocaleString(i18n.language);
  return (
    <>
      <Group gap={6} wrap="nowrap" c="var(--mantine-color-anchor)">
        <IconDownload size={18} aria-hidden style={{ flexShrink: 0 }} />
        <Anchor href={template} download="dossiers.csv" underline="always">
          {t('onboarding.template')}
        </Anchor>
      </Group>
      <Accordion variant="contained" mt="md">
        <Accordion.Item value="columns">
          <Accordion.Control>{t('onboarding.columnsTitle')}</Accordion.Control>
          <Accordion.Panel>
            <Text size="sm" mb="sm">
              {t('onboarding.fileText', { lines, megabytes: onboardingLimits.bytes / 1_000_000 })}
            </Text>
            <Table aria-label={t('onboarding.columnsTitle')}>
              <Table.Tbody>
                {onboardingColumns.map((column) => (
                  <Table.Tr key={column}>
                    <Table.Th scope="row" style={{ verticalAlign: 'top' }}>
                      <Code>{column}</Code>
                    </Table.Th>
                    <Table.Td>{t(`onboarding.columns.${column}`)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </>
  );
}

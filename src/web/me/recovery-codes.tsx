import { Alert, Button, CopyButton, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './recovery-codes.module.css';

type Props = { codes: string[]; text: string; onClose: () => void };

/** Recovery codes, shown this once: to copy, to download, to print. It closes once the reader says that he has them. */
export function RecoveryCodes({ codes, text, onClose }: Props) {
  const { t } = useTranslation();
  const content = `${t('shell.name')}: ${t('yourAccount.recovery.label')}\n\n${codes.join('\n')}\n`;
  const download = () => {
    const url = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: 'recovery-codes.txt' });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('yourAccount.recovery.label')}
    >
      <Stack>
        <Text size="sm">{text}</Text>
        <Alert color="orange">{t('yourAccount.recovery.once')}</Alert>
        <div className={styles.sheet}>
          <Text className={styles.heading}>{`${t('shell.name')}: ${t('yourAccount.recovery.label')}`}</Text>
          <SimpleGrid component="ul" cols={2} spacing="xs" p={0} m={0} className={styles.codes}>
            {codes.map((code) => (
              <Text key={code} component="li" ff="monospace">
                {code}
              </Text>
            ))}
          </SimpleGrid>
        </div>
        <Group gap="xs">
          <CopyButton value={content}>
            {({ copied, copy }) => (
              <Button variant="default" size="xs" onClick={copy}>
                {t(copied ? 'yourAccount.copied' : 'yourAccount.recovery.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" size="xs" onClick={download}>
            {t('yourAccount.recovery.download')}
          </Button>
          <Button variant="default" size="xs" onClick={() => window.print()}>
            {t('yourAccount.recovery.print')}
          </Button>
        </Group>
        <Button onClick={onClose}>{t('yourAccount.recovery.kept')}</Button>
      </Stack>
    </Modal>
  );
}

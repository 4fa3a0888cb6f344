import { Alert, Box } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOutage } from './use-outage.ts';

/** Says that the server or its database is away, for as long as it is: nothing has to be clicked when it is back. */
export function OutageBanner() {
  const { t } = useTranslation();
  const outage = useOutage();
  return (
    <Box role="status">
      {outage && (
        <Alert color="orange" mb="md" icon={<IconCloudOff />} title={t(`shell.outage.${outage}`)}>
          {t('shell.outage.text')}
        </Alert>
      )}
    </Box>
  );
}

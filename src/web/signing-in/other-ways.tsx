import { Button, Stack, Text } from '@mantine/core';
import { IconDeviceMobileMessage, IconDeviceMobileOff, IconKey, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Where a code for the second step comes from. */
export type Way = 'otp' | 'totp' | 'recovery';

const icons = { otp: IconDeviceMobileMessage, totp: IconShieldCheck, recovery: IconKey };

type Props = { ways: Way[]; onChoose: (way: Way) => void };

/** What else leads through the second step, for who can't use this. */
export function OtherWays({ ways, onChoose }: Props) {
  const { t } = useTranslation();
  const look = { variant: 'default', justify: 'start', fullWidth: true } as const;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('secondFactor.otherWays')}
      </Text>
      {ways.map((way) => {
        const Icon = icons[way];
        return (
          <Button key={way} {...look} leftSection={<Icon size={18} />} onClick={() => onChoose(way)}>
            {t(`secondFactor.ways.${way}`)}
          </Button>
        );
      })}
      <Button {...look} component={Link} to="/lost-phone" leftSection={<IconDeviceMobileOff size={18} />}>
        {t('secondFactor.lostPhone')}
      </Button>
    </Stack>
  );
}

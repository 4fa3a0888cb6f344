import { Anchor, Group, Image } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function Brand() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/" underline="never" c="inherit" fw={600}>
      <Group gap="xs" wrap="nowrap">
        <Image src="/icon.svg" alt="" w={28} h={28} />
        {t('shell.name')}
      </Group>
    </Anchor>
  );
}

import { Anchor, Group, Image, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The product's name, which leads home; `isShort`: its sign alone on a phone, where the navigation needs the place. */
export function Brand({ isShort = false }: { isShort?: boolean }) {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/" underline="never" c="inherit" aria-label={t('shell.name')}>
      <Group gap="xs" wrap="nowrap">
        <Image src="/icon.svg" alt="" w={28} h={28} />
        <Text span fw={600} {...(isShort ? { visibleFrom: 'sm' as const } : {})}>
          {t('shell.name')}
        </Text>
      </Group>
    </Anchor>
  );
}

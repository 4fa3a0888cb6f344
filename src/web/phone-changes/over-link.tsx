import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A link about a new number that is over, or never was one; all alike (R17). */
export function OverLink() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('phoneChange.gone')}
      </Title>
      <Text>{t('phoneChange.goneText')}</Text>
      <Button component={Link} to="/sign-in">
        {t('signIn.title')}
      </Button>
      <Button component={Link} to="/lost-phone" variant="default">
        {t('secondFactor.lostPhone')}
      </Button>
    </Stack>
  );
}

import { Container, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../shell/use-me.ts';
import { PendingNumber } from './pending-number.tsx';
import { Profile } from './profile.tsx';
import { Sessions } from './sessions.tsx';
import { WaysIn } from './ways-in.tsx';

/** One's own account: who one is there, how one signs in, and where one is signed in (R15). */
export function Account() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  if (!me) return null;
  return (
    <Container size="sm" p={0}>
      <Stack gap="lg">
        <Title order={1}>{t('yourAccount.title')}</Title>
        {me.phoneChange && <PendingNumber change={me.phoneChange} />}
        <Profile me={me} />
        <WaysIn me={me} />
        <Sessions />
      </Stack>
    </Container>
  );
}

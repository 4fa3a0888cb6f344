import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Props = {
  title: string;
  onSubmit: FormEventHandler<HTMLFormElement>;
  isSent: boolean;
  /** What is said once it is sent: the same whether there is such an account or not. */
  sent: string;
  /** What to do if no e-mail arrives. */
  nothingCame: string;
  onAgain: () => void;
  children: ReactNode;
};

/** A form of who isn't signed in, answered by an e-mail; once it is sent, the way to send it again. */
export function AskedByMail({ title, onSubmit, isSent, sent, nothingCame, onAgain, children }: Props) {
  const { t } = useTranslation();
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack>
        <Title order={1} size="h2">
          {title}
        </Title>
        {isSent ? (
          <>
            <Text role="status">{sent}</Text>
            <Text size="sm">{nothingCame}</Text>
            <Button variant="light" onClick={onAgain}>
              {t('forgotten.again')}
            </Button>
          </>
        ) : (
          children
        )}
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('forgotten.back')}
        </Anchor>
      </Stack>
    </form>
  );
}

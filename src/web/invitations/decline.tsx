import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { confirmed } from '../shell/confirm.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';

type Props = { token: string; invitation: Schemas['InvitationView'] };

/** Declines the invitation (R13), after saying what follows, and that the link remains the way back. */
export function Decline({ token, invitation }: Props) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const queries = useQueryClient();
  const { inviter, firm, expiresAt } = invitation;
  const decline = useMutation({
    mutationFn: () => answered(api.POST('/api/invitations/{token}/decline', { params: { path: { token } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['invitation', token] }),
  });
  const ask = async () => {
    const question = {
      title: t('invitation.declineTitle'),
      consequences: t('invitation.declineConsequences', {
        name: inviter?.name ?? firm.name,
        date: date(expiresAt),
      }),
      verb: t('invitation.decline'),
    };
    if (await confirmed(t, question)) decline.mutate();
  };
  return (
    <>
      {decline.error && <ProblemAlert error={decline.error} />}
      <Button variant="subtle" color="red" loading={decline.isPending} onClick={() => void ask()}>
        {t('invitation.decline')}
      </Button>
    </>
  );
}

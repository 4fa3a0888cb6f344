import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { answered, api, Refusal } from '../api/client.ts';
import { speakAs } from '../i18n/i18n.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { AccountForm } from './account-form.tsx';
import { DeadLink } from './dead-link.tsx';
import { Offer } from './offer.tsx';

/** Where the link of an invitation leads: who invites, to what; then the account. Opening it consumes nothing. */
export function Invitation() {
  const { token = '' } = useParams();
  const [accepting, setAccepting] = useState(false);
  const { data: invitation, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answered(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
    // A link that ends while the account is made says so when the account is refused.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const language = invitation?.language;
  useEffect(() => {
    if (language) void speakAs(language);
  }, [language]);
  if (error instanceof Refusal && error.problem.status === 404) return <DeadLink />;
  if (error) return <ProblemAlert error={error} />;
  if (!invitation) return <Loader />;
  return accepting ? (
    <AccountForm token={token} invitation={invitation} onBack={() => setAccepting(false)} />
  ) : (
    <Offer token={token} invitation={invitation} onAccept={() => setAccepting(true)} />
  );
}

import { Alert, Container, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingPage } from '../shell/loading-page.tsx';
import { NoSuchPage } from '../shell/no-such-page.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useMe } from '../shell/use-me.ts';
import { AddMember } from './add-member.tsx';
import { EditMember } from './edit-member.tsx';
import { FormerMembers } from './former-members.tsx';
import { MemberTable } from './member-table.tsx';
import { RemoveMember } from './remove-member.tsx';
import { type Member, useMembers } from './use-members.ts';

/** The firm's team: for its admin, who adds members, corrects what was typed for them, and removes them; others read it (R15). */
export function Team() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { data: members, error } = useMembers(me?.team?.firmId);
  const [edited, setEdited] = useState<Member | null>(null);
  const [removed, setRemoved] = useState<Member | null>(null);
  if (!me) return null;
  if (!me.team) return <NoSuchPage />;
  const { firmId, role } = me.team;
  const isAdmin = role === 'admin';
  const present = members?.filter(({ leftAt }) => !leftAt) ?? [];
  return (
    <Container size="md" p={0}>
      <Group justify="space-between" mb="md">
        <Title order={1}>{t('team.title')}</Title>
        {isAdmin && <AddMember firmId={firmId} />}
      </Group>
      {error && <ProblemAlert error={error} />}
      {!members && !error && <LoadingPage />}
      {members && (
        <>
          {(!isAdmin || present.length === 1) && (
            <Alert variant="light" mb="md">
              {t(isAdmin ? 'team.alone' : 'team.readsOnly')}
            </Alert>
          )}
          <MemberTable members={present} isAdmin={isAdmin} onEdit={setEdited} onRemove={setRemoved} />
          <FormerMembers members={members.filter(({ leftAt }) => leftAt)} />
          <EditMember firmId={firmId} team={present} member={edited} onClose={() => setEdited(null)} />
          <RemoveMember firmId={firmId} team={present} member={removed} onClose={() => setRemoved(null)} />
        </>
      )}
    </Container>
  );
}

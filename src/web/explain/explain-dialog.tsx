import { Modal, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Action, actions, sections } from '../../domain/capabilities.ts';
import { useLines } from '../access-rights/use-lines.ts';
import type { Dossier } from '../dossiers/use-dossier.ts';
import { useMembers } from '../firms/use-members.ts';
import { nameOf } from '../shell/name-of.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Reasons } from './reasons.tsx';
import { type Asked, useExplanation } from './use-explanation.ts';

type Props = {
  dossier: Dossier;
  /** Whom the question is about to begin with. */
  about?: { kind: Asked['kind']; id: string };
  opened: boolean;
  onClose: () => void;
};

/** Who, what, and the answer: may he or not, through which role, and what to do about it. */
export function ExplainDialog({ dossier, about, opened, onClose }: Props) {
  const { t } = useTranslation();
  const { data: lines } = useLines(dossier.id);
  const { data: members } = useMembers(opened ? dossier.firmId : undefined);
  const [who, setWho] = useState(about ? `${about.kind} ${about.id}` : '');
  const [action, setAction] = useState<Action>('family.read');
  const [kind, id] = who.split(' ') as [Asked['kind'], string];
  const { data: explanation, error } = useExplanation(dossier.id, id && opened ? { kind, id, action } : null);
  const parties = (of: 'person' | 'advisor') =>
    (lines ?? [])
      .filter(({ party }) => party.kind === of)
      .map(({ party }) => ({ value: `${of} ${party.id}`, label: party.name }));
  const team = (members ?? []).filter(({ leftAt }) => !leftAt);
  const groups = [
    { group: t('access.family'), items: parties('person') },
    { group: t('access.advisors'), items: parties('advisor') },
    {
      group: t('settings.team.title'),
      items: team.map((member) => ({ value: `member ${member.id}`, label: nameOf(member) })),
    },
  ].filter(({ items }) => items.length > 0);
  const name = groups.flatMap(({ items }) => items).find(({ value }) => value === who)?.label ?? '';
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('explain.title')}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
      <Stack>
        <NativeSelect
          label={t('explain.who')}
          data-autofocus
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
          data={[{ value: '', label: t('explain.choose') }, ...groups]}
        />
        <NativeSelect
          label={t('explain.what')}
          value={action}
          onChange={(event) => setAction(event.currentTarget.value as Action)}
          data={sections.map((section) => ({
            group: t(`explain.sections.${section}`),
            items: actions
              .filter((one) => one.startsWith(`${section}.`))
              .map((value) => ({ value, label: t(`explain.actions.${value}`) })),
          }))}
        />
        {error && <ProblemAlert error={error} />}
        <div aria-live="polite">
          {explanation && <Reasons explanation={explanation} name={name} action={action} />}
        </div>
      </Stack>
    </Modal>
  );
}

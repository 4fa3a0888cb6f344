import { Button, Checkbox, Group, NativeSelect, ScrollArea, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayManage, useMembers } from '../firms/use-members.ts';
import { nameOf } from '../shell/name-of.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import type { ListedDossier } from './use-dossiers.ts';
import { useHandOver } from './use-hand-over.ts';

type Props = { dossiers: ListedDossier[]; firmId: string; isChosen: boolean; onDone: () => void };

/** Which dossiers, to whom, and what follows: both managers are told, and the former has no say over rights any more. */
export function HandOverForm({ dossiers, firmId, isChosen, onDone }: Props) {
  const { t } = useTranslation();
  const { data: members = [] } = useMembers(firmId);
  const [chosen, setChosen] = useState(() => (isChosen ? dossiers.map(({ id }) => id) : []));
  const [to, setTo] = useState('');
  const [isTried, setTried] = useState(false);
  const handOver = useHandOver(onDone);
  const next = members.find(({ id }) => id === to);
  const those = dossiers.filter(({ id }) => chosen.includes(id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (next && those.length > 0) handOver.mutate({ dossiers: those, to: next });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {handOver.error && <ProblemAlert error={handOver.error} />}
        <Checkbox.Group
          label={t('dossiers.handOver.which')}
          value={chosen}
          onChange={setChosen}
          error={isTried && those.length === 0 ? t('dossiers.handOver.whichNeeded') : null}
        >
          <ScrollArea.Autosize mah={240} mt="xs" type="auto">
            <Stack gap="xs" p={2}>
              {dossiers.map(({ id, name, manager }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={name}
                  description={t('dossiers.manager', { name: manager.name })}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Checkbox.Group>
        <NativeSelect
          label={t('dossiers.handOver.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={isTried && !next ? t('dossiers.handOver.toNeeded') : null}
          data={[
            { value: '', label: t('dossiers.handOver.choose') },
            ...members.filter(mayManage).map((member) => ({ value: member.id, label: nameOf(member) })),
          ]}
        />
        <Text size="sm">{t('dossiers.handOver.consequences')}</Text>
        <Group justify="space-between">
          <Text size="sm" role="status">
            {handOver.isPending
              ? t('dossiers.handOver.progress', { done: handOver.done, count: those.length })
              : ''}
          </Text>
          <Button type="submit" loading={handOver.isPending}>
            {t('dossiers.handOver.save', { count: those.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { IconLock, IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLevels } from '../access-rights/use-levels.ts';
import type { Line } from '../access-rights/use-lines.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { ChosenLines } from './chosen-lines.tsx';
import { SameForAll } from './same-for-all.tsx';
import { refusedLines, useSaveSeveral } from './save-several.ts';
import { SeveralPreview } from './several-preview.tsx';
import { useSeveralForm } from './use-several-form.ts';

type Props = { dossierId: string; lines: Line[]; onSaved: () => void };

/** As many as one call saves. */
const most = 100;

/** Who gets access, at which level, by which contact data; what goes out is said before it is saved. */
export function SeveralForm({ dossierId, lines, onSaved }: Props) {
  const { t } = useTranslation();
  const form = useSeveralForm(lines);
  const save = useSaveSeveral(dossierId, onSaved);
  const levels = useLevels();
  const { chosen, right } = form.values;
  const those = lines.filter(({ party }) => chosen.includes(party.id));
  const centrals = those.filter(({ revocable }) => !revocable);
  const refused = save.error && save.variables ? refusedLines(save.error, save.variables) : [];
  const central = centrals.map(({ party }) => party.name).join(', ');
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ until, message, contacts }) =>
        save.mutate({ right, until, message, lines: those, contacts }),
      )}
    >
      <Unsaved when={form.isDirty()} />
      <Stack>
        {refused.length > 0 && (
          <Alert color="red" role="alert" title={t('severalRights.nothingSaved')}>
            {t('severalRights.linesRefused', { count: new Set(refused.map(({ id }) => id)).size })}
          </Alert>
        )}
        {save.error && refused.length === 0 && <ProblemAlert error={save.error} />}
        <Radio.Group label={t('severalRights.right')} {...form.getInputProps('right')}>
          <Stack gap="xs" mt="xs">
            {levels.map((option) => (
              <Radio
                key={option}
                value={option}
                label={t(`rights.${option}`)}
                description={t(`severalRights.may.${option}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <ChosenLines lines={lines} form={form} refused={refused} />
        <SameForAll form={form} />
        {centrals.length > 0 && (
          <Alert color="orange" icon={<IconLock />} title={t('right.forEver')}>
            <Text size="sm">{t('right.forEverGiving')}</Text>
            <Text size="sm">{t('severalRights.centralWithoutEnd')}</Text>
            <Checkbox
              mt="sm"
              label={t('severalRights.understood', { names: central, count: centrals.length })}
              {...form.getInputProps('understood', { type: 'checkbox' })}
            />
          </Alert>
        )}
        {those.length > 0 && (
          <Alert
            variant="light"
            icon={<IconMail />}
            title={t('severalRights.emails', { count: those.length })}
          >
            <Text size="sm">{t('severalRights.emailsMean')}</Text>
            {centrals.length > 0 && <Text size="sm">{t('severalRights.centralTold')}</Text>}
          </Alert>
        )}
        <SeveralPreview dossierId={dossierId} lines={those} typed={form.values} />
        {those.length > most && (
          <Text c="var(--mantine-color-error)">{t('severalRights.tooMany', { most })}</Text>
        )}
        {/* Stays where it is while the preview grows. */}
        <Group
          justify="end"
          pt="sm"
          pb="md"
          mb="calc(-1 * var(--mantine-spacing-md))"
          pos="sticky"
          bottom={0}
          bg="var(--mantine-color-body)"
        >
          <Button type="submit" disabled={those.length === 0 || those.length > most} loading={save.isPending}>
            {t('severalRights.save', { count: those.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

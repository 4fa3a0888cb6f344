import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFlawTexts } from '../../shell/problem-text.ts';
import { Unsaved } from '../../shell/unsaved.tsx';
import { useFieldErrors } from '../../shell/use-field-errors.ts';
import { BasicFields } from './basic-fields.tsx';
import { DeathsFields } from './deaths-fields.tsx';
import { DonationsFields } from './donations-fields.tsx';
import { flawsOf } from './flaws.ts';
import { GrowthFields } from './growth-fields.tsx';
import { useCreateSimulation } from './use-create-simulation.ts';
import { inputsOf, type Values } from './values.ts';

type Props = {
  dossierId: string;
  initial: Values;
  family: Schemas['Family'];
  items: Schemas['WealthItem'][];
};

/** What a simulation assumes, in four sections, each with something sensible in it already. */
export function SimulationForm({ dossierId, initial, family, items }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateSimulation(dossierId);
  const inputs = useMemo(() => inputsOf(family, items), [family, items]);
  const texts = useFlawTexts();
  const form = useForm<Values>({
    initialValues: initial,
    validate: (values) => texts(flawsOf(values, inputs)),
  });
  const { data: created, error } = create;
  useEffect(() => {
    if (created) void navigate(`/dossiers/${dossierId}/simulations/${created.id}`, { replace: true });
  }, [created, dossierId, navigate]);
  useFieldErrors(error, form);
  const section = { form, inputs };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => create.mutate(values),
        () => setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()),
      )}
    >
      <Unsaved when={form.isDirty() && !create.isSuccess} />
      <Stack gap="lg">
        <BasicFields {...section} />
        <GrowthFields {...section} />
        <DonationsFields {...section} />
        <DeathsFields {...section} />
        {error && <ProblemAlert error={error} />}
        <Text size="sm">{t('simulations.staysAsIs')}</Text>
        <Group justify="end">
          <Button component={Link} to={`/dossiers/${dossierId}/simulations`} variant="default">
            {t('leave.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('simulations.calculate')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

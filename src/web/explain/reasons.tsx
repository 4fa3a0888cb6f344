import { Alert, List, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../domain/capabilities.ts';
import type { Schemas } from '../api/client.ts';

type Props = { explanation: Schemas['Explanation']; name: string; action: Action };

const Mark = ({ yes }: { yes: boolean }) => (
  <ThemeIcon size={20} radius="xl" color={yes ? 'green.9' : 'red.9'} aria-hidden>
    {yes ? <IconCheck size={14} /> : <IconX size={14} />}
  </ThemeIcon>
);

/** The answer, the reason in plain words, and each of his roles with what it allows (R14). */
export function Reasons({ explanation, name, action }: Props) {
  const { t } = useTranslation();
  const { allowed, reason, roles } = explanation;
  const what = t(`explain.actions.${action}`).toLowerCase();
  return (
    <Alert
      color={allowed ? 'green' : 'red'}
      icon={allowed ? <IconCheck /> : <IconX />}
      title={t(allowed ? 'explain.may' : 'explain.mayNot', { name, what })}
    >
      <Text size="sm">{t(`explain.reasons.${reason}`)}</Text>
      {roles.length > 0 && (
        <>
          <Text size="sm" mt="sm" fw={600}>
            {t('explain.roles')}
          </Text>
          <List size="sm" spacing={4} mt={4}>
            {roles.map(({ name: role, right, allows }) => (
              <List.Item key={`${role} ${right}`} icon={<Mark yes={allows} />}>
                {t(allows ? 'explain.allows' : 'explain.allowsNot', {
                  role: right
                    ? `${t(`roles.${role}`)} (${t(`rights.${right}`).toLowerCase()})`
                    : t(`roles.${role}`),
                })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}

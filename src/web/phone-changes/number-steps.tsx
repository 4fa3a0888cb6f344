import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What a new number goes through before it is the account's (R15): said before it is asked for. */
export function NumberSteps() {
  const { t } = useTranslation();
  return (
    <List type="ordered" size="sm" spacing={6}>
      {(['link', 'code', 'somebody', 'day', 'end'] as const).map((step) => (
        <List.Item key={step}>{t(`lostPhone.steps.${step}`)}</List.Item>
      ))}
    </List>
  );
}

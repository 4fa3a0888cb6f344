import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Props = {
  label: string;
  text: string;
  onChange: (text: string) => void;
  /** How many are found. */
  found: number;
};

/** Looks for something in a long list on the page, of which not every row is in the document. */
export function SearchField({ label, text, onChange, found }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="search"
        w={{ base: '100%', xs: 320 }}
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Text role="status" size="sm">
        {text.trim() !== '' && t('shell.found', { count: found })}
      </Text>
    </>
  );
}

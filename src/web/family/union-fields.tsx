import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { regimes, unionKinds } from '../../domain/words.ts';
import type { TypedUnion } from './typed-union.ts';

type Props = { field: (name: keyof TypedUnion) => object; kind: string };

/** How two people live together, since when and until when. */
export function UnionFields({ field, kind }: Props) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <NativeSelect
        label={t('family.unionKind')}
        data={unionKinds.map((value) => ({ value, label: t(`family.unionKinds.${value}`) }))}
        {...field('kind')}
      />
      {kind === 'marriage' && (
        <NativeSelect
          label={t('family.regime')}
          data={[
            { value: '', label: t('family.unknown') },
            ...regimes.map((value) => ({ value, label: t(`family.regimes.${value}`) })),
          ]}
          {...field('regime')}
        />
      )}
      <TextInput label={t('family.start')} type="date" {...field('start')} />
      <TextInput
        label={t('family.end')}
        description={t('family.endWhen')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        type="date"
        {...field('end')}
      />
    </SimpleGrid>
  );
}

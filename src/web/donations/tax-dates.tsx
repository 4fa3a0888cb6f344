import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import type { Donation } from './use-donations.ts';

type Tax = Pick<Donation['tax'], 'countsUntil' | 'renewsOn' | 'reason' | 'source'>;

/** Until when a gift counts for inheritance tax, or when the allowance is whole again; why there is no date; the source. */
export function TaxDates({ tax: { countsUntil, renewsOn, reason, source } }: { tax: Tax }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const isOver = countsUntil !== null && countsUntil < new Date().toLocaleDateString('sv');
  return (
    <Text size="sm" component="div">
      {countsUntil &&
        t(isOver ? 'donations.tax.countedUntil' : 'donations.tax.countsUntil', { day: day(countsUntil) })}
      {renewsOn && t('donations.tax.renewsOn', { day: day(renewsOn) })}
      {reason && ` ${t(`donations.tax.reasons.${reason}`)}`}
      {source && (
        <>
          {' '}
          <Anchor
            href={source.url}
            target="_blank"
            rel="noreferrer"
            size="sm"
            title={source.title}
            underline="always"
          >
            {t('donations.tax.source', { article: source.article })}
          </Anchor>
        </>
      )}
    </Text>
  );
}

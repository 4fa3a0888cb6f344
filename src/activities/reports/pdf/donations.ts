import { View } from '@react-pdf/renderer';
import { createElement as h, type ReactNode } from 'react';
import { noLegalAdvice } from '../../../domain/donation-rules.ts';
import type { ReportDonation } from '../report-data.ts';
import { box, type Drawing, heading, notice, paragraph, section, withShare, write } from './parts.ts';
import { colours, text } from './theme.ts';

/** The donations by date, each with its tax dates and the rule that they follow from. */
export function donations(drawing: Drawing) {
  const { texts, data } = drawing;
  const words = texts.donations;
  const frame = { id: 'donations', title: words.title };
  if (data.donations.length === 0) return section(drawing, frame, paragraph(words.empty));
  return section(
    drawing,
    frame,
    notice(noLegalAdvice[data.language]),
    heading(words.table, 120),
    ...data.donations.map((donation, key) => card(drawing, donation, key)),
  );
}

function card(drawing: Drawing, donation: ReportDonation, key: number): ReactNode {
  const { texts, format, nameOf } = drawing;
  const words = texts.donations;
  const { tax } = donation;
  const receivers = format.list(
    donation.donees.map(({ personId, share }) => withShare(nameOf(personId), share)),
  );
  const fact = (label: string, value: string) =>
    box(
      { width: '50%', flexDirection: 'row', paddingRight: 10 },
      write(`${label} `, { width: 92, color: colours.muted, fontSize: text.small }),
      write(value, { flexGrow: 1, flexShrink: 1, flexBasis: 0, fontSize: 8 }),
    );
  const yesNo = (yes: boolean) => (yes ? texts.yes : texts.no);
  const registered =
    donation.registered && donation.registeredOn
      ? words.registeredOn(format.day(donation.registeredOn))
      : yesNo(donation.registered);
  const domicile = [
    donation.country && format.country(donation.country),
    donation.region && texts.family.regions[donation.region],
  ];
  return h(
    View,
    {
      key,
      wrap: isTall(donation),
      style: { borderTopWidth: 1, borderTopColor: colours.accent, paddingTop: 5, marginBottom: 12 },
    },
    box(
      { flexDirection: 'row', justifyContent: 'space-between', marginBottom: 2 },
      write(`${format.day(donation.givenOn)} · ${nameOf(donation.donorId)}`, {
        fontWeight: 700,
        flexShrink: 1,
        paddingRight: 12,
      }),
      write(format.money(donation.cents, donation.currency), { fontWeight: 700, flexShrink: 0 }),
    ),
    write(texts.colon(words.category[donation.category], donation.description)),
    write(texts.colon(words.to, receivers)),
    box(
      { flexDirection: 'row', flexWrap: 'wrap', marginTop: 3 },
      fact(words.form, words.forms[donation.form]),
      fact(words.registered, registered),
      fact(words.usufruct, yesNo(donation.usufructReserved)),
      fact(words.domicile, domicile.filter(Boolean).join(', ') || texts.unknown),
      ...(donation.itemName ? [fact(words.item, donation.itemName)] : []),
    ),
    ...(donation.conditions
      ? [write(texts.colon(words.conditions, donation.conditions), { fontSize: 8, marginTop: 3 })]
      : []),
    box(
      { backgroundColor: colours.faint, paddingVertical: 3, paddingHorizontal: 6, marginTop: 4 },
      write(texts.colon(words.dates, dates(drawing, donation)), { fontSize: 8 }),
      write(ruleAndSource(drawing, tax), { fontSize: text.small, color: colours.muted }),
    ),
  );
}

/** One that may not fit on a page is not kept whole: it would be cut. */
const isTall = ({ donees, conditions }: ReportDonation): boolean =>
  donees.length > 6 || (conditions?.length ?? 0) > 1000 || (conditions?.split('\n').length ?? 0) > 15;

/** What the rule says about the gift, in one or two sentences. */
function dates({ data, texts, format }: Drawing, { tax }: ReportDonation): string {
  const words = texts.donations;
  const today = data.madeAt.slice(0, 10);
  const said = [
    tax.countsUntil &&
      (tax.countsUntil < today ? words.countedUntil : words.countsUntil)(format.day(tax.countsUntil)),
    tax.renewsOn && words.renewsOn(format.day(tax.renewsOn)),
    tax.reason && words.reason[tax.reason],
  ].filter(Boolean);
  return said.join(' ') || words.noDate;
}

function ruleAndSource({ texts }: Drawing, { rule, years, source }: ReportDonation['tax']): string {
  const words = texts.donations;
  if (!rule) return words.noRule;
  return [words.rule(rule, years), source && `${source.title}, ${source.article}`]
    .filter(Boolean)
    .join(' · ');
}

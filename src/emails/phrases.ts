import { elided, written } from '../domain/french.ts';
import { timeZone } from '../domain/until.ts';
import type { Central, FirmRole, GrantedRight, Language } from '../domain/words.ts';
import type { InvitationData, Place } from './email.ts';

/** The levels of access, by the names that the page shows too. */
export const rightName: Record<Language, Record<GrantedRight, string>> = {
  fr: { read_only: 'lecture seule', read_write: 'lecture et écriture' },
  nl: { read_only: 'alleen lezen', read_write: 'lezen en schrijven' },
  en: { read_only: 'read only', read_write: 'read and write' },
};

type Capacities = { central: Record<Central, string>; family: string; advisor: string } & Record<
  FirmRole,
  string
>;

const capacities: Record<Language, Capacities> = {
  fr: {
    central: { holder: 'en qualité de titulaire', co_holder: 'en qualité de cotitulaire' },
    family: 'en qualité de membre de la famille',
    advisor: 'en qualité de conseiller externe',
    admin: 'avec le rôle « administrateur »',
    manager: 'avec le rôle « chargé de dossiers »',
    support: 'avec le rôle « assistance »',
  },
  nl: {
    central: { holder: 'als titularis', co_holder: 'als medetitularis' },
    family: 'als familielid',
    advisor: 'als externe adviseur',
    admin: 'met de rol ‘beheerder’',
    manager: 'met de rol ‘dossierbeheerder’',
    support: 'met de rol ‘ondersteuning’',
  },
  en: {
    central: { holder: 'as its holder', co_holder: 'as its co-holder' },
    family: 'as a member of the family',
    advisor: 'as an external advisor',
    admin: 'with the role “administrator”',
    manager: 'with the role “dossier manager”',
    support: 'with the role “support”',
  },
};

/** What the reader is there, to follow a verb: 'as its holder', 'with the role …'. */
export function capacity(as: InvitationData['as'], language: Language): string {
  const words = capacities[language];
  if (as.kind === 'advisor') return words.advisor;
  if (as.kind === 'member') return words[as.role];
  return as.central ? words.central[as.central] : words.family;
}

const locales: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };
const zone: Record<Language, string> = {
  fr: '(heure de Bruxelles)',
  nl: '(Brusselse tijd)',
  en: '(Brussels time)',
};

/** A moment in the reader's language, long, to the minute, in Brussels time. */
export function moment(date: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return `${written(language, format.formatToParts(date))} ${zone[language]}`;
}

/** A day (ISO 8601) in the reader's language, long. */
export function dayOf(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return written(language, format.formatToParts(new Date(day)));
}

/** Until when an access lasts, as a paragraph of its own; none where it has no end. */
export function lasting(until: string | null, language: Language): string[] {
  if (!until) return [];
  const day = dayOf(until, language);
  return [
    {
      fr: `Cet accès est valable jusqu’au ${day} inclus.`,
      nl: `Deze toegang loopt tot en met ${day}.`,
      en: `This access lasts until ${day}, that day included.`,
    }[language],
  ];
}

const personal: Record<Language, string> = {
  fr: 'Message personnel :',
  nl: 'Persoonlijk bericht:',
  en: 'Personal message:',
};

/** What the inviter says himself, as a part of its own; none where he says nothing. */
export const quoted = (lines: string[] | undefined, language: Language) =>
  lines?.length ? { quote: { title: personal[language], lines } } : {};

/** A number with what it counts, in the reader's language: '1 dossier', '2,500 dossiers'. */
export function counted(language: Language, n: number, one: string, many: string): string {
  const isOne = new Intl.PluralRules(locales[language]).select(n) === 'one';
  return `${n.toLocaleString(locales[language])} ${isOne ? one : many}`;
}

/** The last line of an e-mail that asks for nothing. */
export const automatic: Record<Language, string> = {
  fr: 'Cet e-mail a été envoyé automatiquement. Merci de ne pas y répondre.',
  nl: 'Deze e-mail werd automatisch verstuurd. Gelieve er niet op te antwoorden.',
  en: 'This e-mail was sent automatically. Please do not reply to it.',
};

/** The last line of an e-mail whose link is a key. */
export const personalLink: Record<Language, string> = {
  fr: 'Ce lien vous est personnel : ne transférez pas cet e-mail. Il a été envoyé automatiquement, merci de ne pas y répondre.',
  nl: 'Deze link is persoonlijk: stuur deze e-mail niet door. Hij werd automatisch verstuurd, gelieve er niet op te antwoorden.',
  en: 'This link is personal: do not forward this e-mail. It was sent automatically, please do not reply to it.',
};

/** What comes before the address that the button leads to. */
export const toCopy: Record<Language, string> = {
  fr: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  nl: 'Werkt de knop niet? Kopieer dan dit adres naar uw browser:',
  en: 'If the button does not work, copy this address into your browser:',
};

/** French 'de' before a name, elided where it must be. */
export const of = (name: string): string => elided(`de ${name}`, [name]);

const prepositions: Record<Language, Record<'invitation' | 'access', Record<Place['kind'], string>>> = {
  fr: {
    invitation: { dossier: 'au dossier client', team: 'à rejoindre l’équipe' },
    access: { dossier: 'au dossier client', team: 'à l’équipe' },
  },
  nl: {
    invitation: { dossier: 'voor het cliëntdossier', team: 'voor het team' },
    access: { dossier: 'tot het cliëntdossier', team: 'tot het team' },
  },
  en: {
    invitation: { dossier: 'to the client dossier', team: 'to join the team' },
    access: { dossier: 'to the client dossier', team: 'to the team' },
  },
};

/** Where something led, to follow 'the invitation' or 'the access': 'to the client dossier …', 'to join the team …'. */
export function toPlace(
  what: 'invitation' | 'access',
  place: Place,
  firmName: string,
  language: Language,
): string {
  const start = prepositions[language][what][place.kind];
  const dossier = place.kind === 'dossier';
  switch (language) {
    case 'fr':
      return `${start} ${dossier ? `« ${place.name} »` : of(firmName)}`;
    case 'nl':
      return `${start} ${dossier ? `‘${place.name}’` : `van ${firmName}`}`;
    case 'en':
      return `${start} ${dossier ? `“${place.name}”` : `of ${firmName}`}`;
  }
}

const tabs: Record<Language, Record<Place['kind'], { where: string; button: string }>> = {
  fr: {
    dossier: { where: 'depuis l’onglet « Droits d’accès » du dossier', button: 'Voir les droits d’accès' },
    team: { where: 'depuis la page de l’équipe', button: 'Voir l’équipe' },
  },
  nl: {
    dossier: {
      where: 'via het tabblad ‘Toegangsrechten’ van het dossier',
      button: 'De toegangsrechten bekijken',
    },
    team: { where: 'via de pagina van het team', button: 'Het team bekijken' },
  },
  en: {
    dossier: { where: 'from the “Access rights” tab of the dossier', button: 'See the access rights' },
    team: { where: 'from the page of the team', button: 'See the team' },
  },
};

/** Where the manager (in a dossier) or the admin (in the team) acts on an invitation, and the button that leads there. */
export function tab(place: Place, language: Language): { where: string; button: string } {
  return tabs[language][place.kind];
}

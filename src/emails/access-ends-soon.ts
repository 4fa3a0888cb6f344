import type { Template } from './content.ts';
import { automatic, dayOf, of, tab, toPlace } from './phrases.ts';

/** Tells a person, 7 days before, that the access ends on its date. */
export const accessEndsSoon: Template<'access_ends_soon'> = {
  fr: ({ firmName, dossierName, until, url }) => ({
    subject: 'Votre accès à un dossier client prend bientôt fin',
    preheader: 'Voici le dernier jour où il vous est ouvert.',
    heading: 'Votre accès prend bientôt fin',
    paragraphs: [
      'Bonjour,',
      `Votre accès au dossier client « ${dossierName} », géré par ${firmName}, est valable jusqu’au ${dayOf(until, 'fr')} inclus.`,
      'Ensuite, ce dossier ne vous sera plus ouvert à ce titre et les liens d’une invitation encore en attente ne fonctionneront plus.',
    ],
    ...(url ? { button: { label: 'Ouvrir le dossier', url } } : {}),
    closing: ['Si vous en avez besoin plus longtemps, adressez-vous au chargé du dossier.'],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, until, url }) => ({
    subject: 'Uw toegang tot een cliëntdossier eindigt binnenkort',
    preheader: 'Dit is de laatste dag waarop het voor u openstaat.',
    heading: 'Uw toegang eindigt binnenkort',
    paragraphs: [
      'Goedendag,',
      `Uw toegang tot het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}, loopt tot en met ${dayOf(until, 'nl')}.`,
      'Daarna staat dit dossier op die grond niet meer voor u open en werken de links van een uitnodiging die nog openstaat niet meer.',
    ],
    ...(url ? { button: { label: 'Het dossier openen', url } } : {}),
    closing: ['Hebt u langer toegang nodig? Neem dan contact op met de dossierbeheerder.'],
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, until, url }) => ({
    subject: 'Your access to a client dossier ends soon',
    preheader: 'This is the last day on which it is open to you.',
    heading: 'Your access ends soon',
    paragraphs: [
      'Hello,',
      `Your access to the client dossier “${dossierName}”, managed by ${firmName}, lasts until ${dayOf(until, 'en')}, that day included.`,
      'After that, this access is no longer open to you, and the links of an invitation that still waits no longer work.',
    ],
    ...(url ? { button: { label: 'Open the dossier', url } } : {}),
    closing: ['If you need it for longer, please contact the dossier manager.'],
    footnote: automatic.en,
  }),
};

/** Tells the manager the same, while the date can still be moved. */
export const partyAccessEndsSoon: Template<'party_access_ends_soon'> = {
  fr: ({ firmName, place, partyName, until, url }) => ({
    subject: 'Un accès à un dossier client prend bientôt fin',
    preheader: 'Vous pouvez encore en changer la date.',
    heading: 'Un accès prend bientôt fin',
    paragraphs: [
      'Bonjour,',
      `L’accès ${of(partyName)} ${toPlace('access', place, firmName, 'fr')} est valable jusqu’au ${dayOf(until, 'fr')} inclus. Il prend fin de lui-même.`,
      `S’il doit durer plus longtemps, changez ou supprimez la date ${tab(place, 'fr').where}.`,
    ],
    button: { label: tab(place, 'fr').button, url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, partyName, until, url }) => ({
    subject: 'Een toegang tot een cliëntdossier eindigt binnenkort',
    preheader: 'U kunt de datum nog wijzigen.',
    heading: 'Een toegang eindigt binnenkort',
    paragraphs: [
      'Goedendag,',
      `De toegang van ${partyName} ${toPlace('access', place, firmName, 'nl')} loopt tot en met ${dayOf(until, 'nl')}. Hij eindigt vanzelf.`,
      `Moet hij langer duren, wijzig of verwijder dan de datum ${tab(place, 'nl').where}.`,
    ],
    button: { label: tab(place, 'nl').button, url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, partyName, until, url }) => ({
    subject: 'An access to a client dossier ends soon',
    preheader: 'You can still change its date.',
    heading: 'An access ends soon',
    paragraphs: [
      'Hello,',
      `The access of ${partyName} ${toPlace('access', place, firmName, 'en')} lasts until ${dayOf(until, 'en')}, that day included. It ends by itself.`,
      `If it has to last longer, change or remove the date ${tab(place, 'en').where}.`,
    ],
    button: { label: tab(place, 'en').button, url },
    footnote: automatic.en,
  }),
};

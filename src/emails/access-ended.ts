import type { Template } from './content.ts';
import { automatic, dayOf, of, tab, toPlace } from './phrases.ts';

/** Tells a person that the access has ended on its date. */
export const accessEnded: Template<'access_ended'> = {
  fr: ({ firmName, dossierName, until }) => ({
    subject: 'Votre accès à un dossier client a pris fin',
    preheader: 'Ce dossier ne vous est plus ouvert à ce titre.',
    heading: 'Votre accès a pris fin',
    paragraphs: [
      'Bonjour,',
      `Votre accès au dossier client « ${dossierName} », géré par ${firmName}, était valable jusqu’au ${dayOf(until, 'fr')} inclus. Il a pris fin.`,
      'Si une invitation vous avait été envoyée pour cet accès, ses liens ne fonctionnent plus et aucun rappel ne suivra. Vos autres accès éventuels ne changent pas.',
      'Pour obtenir un nouvel accès, adressez-vous au chargé du dossier.',
    ],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, until }) => ({
    subject: 'Uw toegang tot een cliëntdossier is afgelopen',
    preheader: 'Dit dossier staat op die grond niet meer voor u open.',
    heading: 'Uw toegang is afgelopen',
    paragraphs: [
      'Goedendag,',
      `Uw toegang tot het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}, liep tot en met ${dayOf(until, 'nl')}. Hij is nu afgelopen.`,
      'Als u voor deze toegang een uitnodiging kreeg, dan werken de links ervan niet meer en volgt er geen herinnering. Andere toegangen die u hebt, veranderen niet.',
      'Hebt u opnieuw toegang nodig? Neem dan contact op met de dossierbeheerder.',
    ],
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, until }) => ({
    subject: 'Your access to a client dossier has ended',
    preheader: 'This access is no longer open to you.',
    heading: 'Your access has ended',
    paragraphs: [
      'Hello,',
      `Your access to the client dossier “${dossierName}”, managed by ${firmName}, lasted until ${dayOf(until, 'en')}, that day included. It has ended.`,
      'If you were sent an invitation for this access, its links no longer work and no reminder will follow. Any other access that you have does not change.',
      'To get access again, please contact the dossier manager.',
    ],
    footnote: automatic.en,
  }),
};

/** Tells the manager the same. */
export const partyAccessEnded: Template<'party_access_ended'> = {
  fr: ({ firmName, place, partyName, until, url }) => ({
    subject: 'Un accès à un dossier client a pris fin',
    preheader: 'La date de fin prévue est passée.',
    heading: 'Un accès a pris fin',
    paragraphs: [
      'Bonjour,',
      `L’accès ${of(partyName)} ${toPlace('access', place, firmName, 'fr')} était valable jusqu’au ${dayOf(until, 'fr')} inclus. Il a pris fin de lui-même.`,
      `Vous n’avez rien à faire. Un nouvel accès se donne ${tab(place, 'fr').where}.`,
    ],
    button: { label: tab(place, 'fr').button, url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, partyName, until, url }) => ({
    subject: 'Een toegang tot een cliëntdossier is afgelopen',
    preheader: 'De voorziene einddatum is voorbij.',
    heading: 'Een toegang is afgelopen',
    paragraphs: [
      'Goedendag,',
      `De toegang van ${partyName} ${toPlace('access', place, firmName, 'nl')} liep tot en met ${dayOf(until, 'nl')}. Hij is vanzelf afgelopen.`,
      `U hoeft niets te doen. Nieuwe toegang geeft u ${tab(place, 'nl').where}.`,
    ],
    button: { label: tab(place, 'nl').button, url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, partyName, until, url }) => ({
    subject: 'An access to a client dossier has ended',
    preheader: 'The planned end date has passed.',
    heading: 'An access has ended',
    paragraphs: [
      'Hello,',
      `The access of ${partyName} ${toPlace('access', place, firmName, 'en')} lasted until ${dayOf(until, 'en')}, that day included. It has ended by itself.`,
      `There is nothing for you to do. You can give access again ${tab(place, 'en').where}.`,
    ],
    button: { label: tab(place, 'en').button, url },
    footnote: automatic.en,
  }),
};

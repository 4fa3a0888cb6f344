import type { Template } from './content.ts';
import { automatic, of, rightName, toPlace } from './phrases.ts';

/** R5: tells the firm's admins and the other central persons of an access that nobody can take back. */
export const centralGiven: Template<'central_given'> = {
  fr: ({ firmName, place, actorName, partyName, right, url }) => ({
    subject: 'Accès définitif donné à une personne centrale d’un dossier',
    preheader: 'Cet accès ne peut plus être retiré.',
    heading: 'Un accès qui ne peut pas être retiré',
    paragraphs: [
      'Bonjour,',
      `${actorName} a donné à ${partyName}, titulaire ou cotitulaire, un accès ${toPlace('access', place, firmName, 'fr')}. Droit d’accès : ${rightName.fr[right]}.`,
      'Personne ne peut retirer cet accès. Le chargé du dossier peut encore en changer le niveau : lecture seule, ou lecture et écriture.',
      `Cet accès vous surprend ? Prévenez sans attendre ${firmName}.`,
    ],
    button: { label: 'Ouvrir le dossier', url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, actorName, partyName, right, url }) => ({
    subject: 'Definitieve toegang voor een centrale persoon van een dossier',
    preheader: 'Deze toegang kan niet meer worden ingetrokken.',
    heading: 'Een toegang die niet kan worden ingetrokken',
    paragraphs: [
      'Goedendag,',
      `${actorName} heeft ${partyName}, als titularis of medetitularis, toegang gegeven ${toPlace('access', place, firmName, 'nl')}. Toegangsrecht: ${rightName.nl[right]}.`,
      'Deze toegang kan door niemand worden ingetrokken. De dossierbeheerder kan het niveau wel nog wijzigen: alleen lezen, of lezen en schrijven.',
      `Verrast deze toegang u? Verwittig dan meteen ${firmName}.`,
    ],
    button: { label: 'Het dossier openen', url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, actorName, partyName, right, url }) => ({
    subject: 'Permanent access given to a central person of a dossier',
    preheader: 'This access can no longer be withdrawn.',
    heading: 'An access that can’t be withdrawn',
    paragraphs: [
      'Hello,',
      `${actorName} has given ${partyName}, as holder or co-holder, access ${toPlace('access', place, firmName, 'en')}. Access right: ${rightName.en[right]}.`,
      'Nobody can withdraw this access. The dossier manager can still change its level: read only, or read and write.',
      `Does this access surprise you? Please tell ${firmName} at once.`,
    ],
    button: { label: 'Open the dossier', url },
    footnote: automatic.en,
  }),
};

/** R5: tells the same readers that the contact data of such an access were corrected while it was pending. */
export const centralCorrected: Template<'central_corrected'> = {
  fr: ({ firmName, place, actorName, partyName, url }) => ({
    subject: 'Coordonnées d’une personne centrale corrigées',
    preheader: 'Les coordonnées liées à un accès définitif ont changé.',
    heading: 'Coordonnées corrigées',
    paragraphs: [
      'Bonjour,',
      `${actorName} a corrigé les coordonnées ${of(partyName)} liées à son accès ${toPlace('access', place, firmName, 'fr')}.`,
      'Si l’adresse e-mail a changé, les liens d’invitation envoyés à l’ancienne adresse ne fonctionnent plus et une nouvelle invitation est envoyée. L’accès lui-même reste en place et ne peut pas être retiré.',
      `Cette correction vous surprend ? Prévenez sans attendre ${firmName}.`,
    ],
    button: { label: 'Ouvrir le dossier', url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, actorName, partyName, url }) => ({
    subject: 'Contactgegevens van een centrale persoon verbeterd',
    preheader: 'De contactgegevens van een definitieve toegang zijn gewijzigd.',
    heading: 'Contactgegevens verbeterd',
    paragraphs: [
      'Goedendag,',
      `${actorName} heeft de contactgegevens verbeterd die horen bij de toegang van ${partyName} ${toPlace('access', place, firmName, 'nl')}.`,
      'Als het e-mailadres is gewijzigd, werken de uitnodigingslinks naar het oude adres niet meer en wordt een nieuwe uitnodiging verstuurd. De toegang zelf blijft bestaan en kan niet worden ingetrokken.',
      `Verrast deze verbetering u? Verwittig dan meteen ${firmName}.`,
    ],
    button: { label: 'Het dossier openen', url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, actorName, partyName, url }) => ({
    subject: 'Contact data of a central person corrected',
    preheader: 'The contact data of a permanent access have changed.',
    heading: 'Contact data corrected',
    paragraphs: [
      'Hello,',
      `${actorName} has corrected the contact data of ${partyName} for the access ${toPlace('access', place, firmName, 'en')}.`,
      'If the e-mail address has changed, the invitation links sent to the old address no longer work and a new invitation is sent. The access itself stays in place and can’t be withdrawn.',
      `Does this correction surprise you? Please tell ${firmName} at once.`,
    ],
    button: { label: 'Open the dossier', url },
    footnote: automatic.en,
  }),
};

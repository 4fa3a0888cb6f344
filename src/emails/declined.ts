import type { Template } from './content.ts';
import { automatic, tab, toPlace } from './phrases.ts';

/** R13: tells the manager and the holder who gave the access that the invitee declined; in a dossier the right stays until it is withdrawn. */
export const declined: Template<'declined'> = {
  fr: ({ firmName, place, partyName, url }) => ({
    subject: 'Une invitation a été refusée',
    preheader: 'Plus aucun rappel ne sera envoyé.',
    heading: 'Invitation refusée',
    paragraphs: [
      'Bonjour,',
      `${partyName} a refusé l’invitation ${toPlace('invitation', place, firmName, 'fr')}. Plus aucun rappel ne sera envoyé.`,
      ...(place.kind === 'dossier'
        ? ['Le droit d’accès prévu reste en place tant qu’il n’est pas retiré.']
        : []),
      `Vous pouvez envoyer une nouvelle invitation ${tab(place, 'fr').where}.`,
    ],
    button: { label: tab(place, 'fr').button, url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, partyName, url }) => ({
    subject: 'Een uitnodiging werd geweigerd',
    preheader: 'Er wordt geen herinnering meer verstuurd.',
    heading: 'Uitnodiging geweigerd',
    paragraphs: [
      'Goedendag,',
      `${partyName} heeft de uitnodiging ${toPlace('invitation', place, firmName, 'nl')} geweigerd. Er wordt geen herinnering meer verstuurd.`,
      ...(place.kind === 'dossier'
        ? ['Het toegangsrecht dat was voorzien, blijft staan zolang het niet wordt ingetrokken.']
        : []),
      `U kunt een nieuwe uitnodiging versturen ${tab(place, 'nl').where}.`,
    ],
    button: { label: tab(place, 'nl').button, url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, partyName, url }) => ({
    subject: 'An invitation has been declined',
    preheader: 'No further reminder will be sent.',
    heading: 'Invitation declined',
    paragraphs: [
      'Hello,',
      `${partyName} has declined the invitation ${toPlace('invitation', place, firmName, 'en')}. No further reminder will be sent.`,
      ...(place.kind === 'dossier'
        ? ['The access right that was planned stays in place until it is withdrawn.']
        : []),
      `You can send a new invitation ${tab(place, 'en').where}.`,
    ],
    button: { label: tab(place, 'en').button, url },
    footnote: automatic.en,
  }),
};

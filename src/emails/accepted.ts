import type { Template } from './content.ts';
import { automatic, of, tab, toPlace } from './phrases.ts';

/** R9: tells the manager and the holder who gave the access, or the team's admins, that an invitation was accepted. */
export const accepted: Template<'accepted'> = {
  fr: ({ firmName, place, partyName, url }) => ({
    subject: 'Une invitation a été acceptée',
    preheader: 'Plus aucun rappel ne sera envoyé.',
    heading: 'Invitation acceptée',
    paragraphs: [
      'Bonjour,',
      place.kind === 'dossier'
        ? `${partyName} a accepté l’invitation ${toPlace('invitation', place, firmName, 'fr')}.`
        : `${partyName} a accepté l’invitation et fait désormais partie de l’équipe ${of(firmName)}.`,
      'Plus aucun rappel ne sera envoyé. Vous n’avez rien à faire.',
    ],
    button: { label: tab(place, 'fr').button, url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, partyName, url }) => ({
    subject: 'Een uitnodiging werd aanvaard',
    preheader: 'Er wordt geen herinnering meer verstuurd.',
    heading: 'Uitnodiging aanvaard',
    paragraphs: [
      'Goedendag,',
      place.kind === 'dossier'
        ? `${partyName} heeft de uitnodiging ${toPlace('invitation', place, firmName, 'nl')} aanvaard.`
        : `${partyName} heeft de uitnodiging aanvaard en maakt voortaan deel uit van het team van ${firmName}.`,
      'Er wordt geen herinnering meer verstuurd. U hoeft niets te doen.',
    ],
    button: { label: tab(place, 'nl').button, url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, partyName, url }) => ({
    subject: 'An invitation has been accepted',
    preheader: 'No further reminder will be sent.',
    heading: 'Invitation accepted',
    paragraphs: [
      'Hello,',
      place.kind === 'dossier'
        ? `${partyName} has accepted the invitation ${toPlace('invitation', place, firmName, 'en')}.`
        : `${partyName} has accepted the invitation and is now a member of the team of ${firmName}.`,
      'No further reminder will be sent. There is nothing for you to do.',
    ],
    button: { label: tab(place, 'en').button, url },
    footnote: automatic.en,
  }),
};

import type { Template } from './content.ts';
import { automatic, moment, of } from './phrases.ts';

/** R15: asks whoever may confirm a new number to make sure, by other means, that the person asks for it himself. */
export const phoneChangeToConfirm: Template<'phone_change_to_confirm'> = {
  fr: ({ firmName, place, partyName, newPhone, url, expiresAt }) => ({
    subject: 'Un nouveau numéro de téléphone attend votre confirmation',
    preheader: 'Parlez d’abord à la personne.',
    heading: 'Nouveau numéro à confirmer',
    paragraphs: [
      'Bonjour,',
      place.kind === 'dossier'
        ? `${partyName}, qui a accès au dossier client « ${place.name} » ${of(firmName)}, dit avoir perdu son téléphone et demande à se connecter avec un nouveau numéro : ${newPhone}.`
        : `${partyName}, membre de l’équipe ${of(firmName)}, dit avoir perdu son téléphone et demande à se connecter avec un nouveau numéro : ${newPhone}.`,
      'Avant de confirmer, parlez-lui de vive voix, en appelant un numéro que vous connaissez ou en face à face. N’utilisez pas le nouveau numéro. En cas de doute, refusez.',
    ],
    button: { label: 'Confirmer ou refuser', url },
    closing: [
      `La demande expire le ${moment(expiresAt, 'fr')}. Le numéro change 24 heures après la confirmation.`,
    ],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, partyName, newPhone, url, expiresAt }) => ({
    subject: 'Een nieuw telefoonnummer wacht op uw bevestiging',
    preheader: 'Spreek eerst met de persoon.',
    heading: 'Nieuw nummer te bevestigen',
    paragraphs: [
      'Goedendag,',
      place.kind === 'dossier'
        ? `${partyName}, die toegang heeft tot het cliëntdossier ‘${place.name}’ van ${firmName}, zegt zijn of haar telefoon kwijt te zijn en wil zich met een nieuw nummer aanmelden: ${newPhone}.`
        : `${partyName}, lid van het team van ${firmName}, zegt zijn of haar telefoon kwijt te zijn en wil zich met een nieuw nummer aanmelden: ${newPhone}.`,
      'Spreek voor u bevestigt met de persoon zelf: bel een nummer dat u kent, of doe het onder vier ogen. Gebruik het nieuwe nummer niet. Twijfelt u, weiger dan.',
    ],
    button: { label: 'Bevestigen of weigeren', url },
    closing: [
      `De aanvraag vervalt op ${moment(expiresAt, 'nl')}. Het nummer wijzigt 24 uur na de bevestiging.`,
    ],
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, partyName, newPhone, url, expiresAt }) => ({
    subject: 'A new phone number awaits your confirmation',
    preheader: 'Speak to the person first.',
    heading: 'New number to confirm',
    paragraphs: [
      'Hello,',
      place.kind === 'dossier'
        ? `${partyName}, who has access to the client dossier “${place.name}” of ${firmName}, says that their phone is lost and asks to sign in with a new number: ${newPhone}.`
        : `${partyName}, a member of the team of ${firmName}, says that their phone is lost and asks to sign in with a new number: ${newPhone}.`,
      'Before you confirm, speak to them: call a number that you know, or meet them. Do not use the new number. If in doubt, refuse.',
    ],
    button: { label: 'Confirm or refuse', url },
    closing: [
      `The request ends on ${moment(expiresAt, 'en')}. The number changes 24 hours after the confirmation.`,
    ],
    footnote: automatic.en,
  }),
};

import type { Template } from './content.ts';
import { moment, personalLink } from './phrases.ts';

/** R15: proves the address of who lost his phone; the same link cancels. */
export const phoneChangeLink: Template<'phone_change_link'> = {
  fr: ({ newPhone, link, expiresAt }) => ({
    subject: 'Un nouveau numéro de téléphone a été demandé',
    preheader: 'Confirmez-le, ou annulez-le.',
    heading: 'Nouveau numéro de téléphone',
    paragraphs: [
      'Bonjour,',
      `Un nouveau numéro de téléphone, ${newPhone}, a été demandé pour votre compte, avec votre mot de passe.`,
      'Si c’est vous, ouvrez le lien : un code vous sera envoyé sur ce numéro. Une autre personne devra ensuite confirmer la demande.',
    ],
    button: { label: 'Confirmer ou annuler', url: link, isKey: true },
    closing: [
      `La demande expire le ${moment(expiresAt, 'fr')}.`,
      'Ce n’est pas vous ? Ouvrez le lien pour annuler, puis changez votre mot de passe : quelqu’un le connaît.',
    ],
    footnote: personalLink.fr,
  }),
  nl: ({ newPhone, link, expiresAt }) => ({
    subject: 'Er werd een nieuw telefoonnummer gevraagd',
    preheader: 'Bevestig het, of annuleer het.',
    heading: 'Nieuw telefoonnummer',
    paragraphs: [
      'Goedendag,',
      `Voor uw account werd met uw wachtwoord een nieuw telefoonnummer gevraagd: ${newPhone}.`,
      'Was u dit? Open dan de link: u krijgt op dat nummer een code. Daarna moet iemand anders de aanvraag bevestigen.',
    ],
    button: { label: 'Bevestigen of annuleren', url: link, isKey: true },
    closing: [
      `De aanvraag vervalt op ${moment(expiresAt, 'nl')}.`,
      'Was u dit niet? Open de link om te annuleren en wijzig daarna uw wachtwoord: iemand kent het.',
    ],
    footnote: personalLink.nl,
  }),
  en: ({ newPhone, link, expiresAt }) => ({
    subject: 'A new phone number was asked for',
    preheader: 'Confirm it, or cancel it.',
    heading: 'New phone number',
    paragraphs: [
      'Hello,',
      `A new phone number, ${newPhone}, was asked for your account, with your password.`,
      'If it was you, open the link: a code is sent to that number. Somebody else then has to confirm the request.',
    ],
    button: { label: 'Confirm or cancel', url: link, isKey: true },
    closing: [
      `The request ends on ${moment(expiresAt, 'en')}.`,
      'Was it not you? Open the link to cancel, then change your password: somebody knows it.',
    ],
    footnote: personalLink.en,
  }),
};

import type { Template } from './content.ts';
import { moment, personalLink } from './phrases.ts';

/** R15: tells the address that somebody has confirmed a new number, and how to cancel it. */
export const phoneChangeConfirmed: Template<'phone_change_confirmed'> = {
  fr: ({ newPhone, effectiveAt, link }) => ({
    subject: 'Votre numéro de téléphone va changer',
    preheader: 'Vous avez 24 heures pour annuler.',
    heading: 'Votre numéro va changer',
    paragraphs: [
      'Bonjour,',
      `Le nouveau numéro de téléphone de votre compte, ${newPhone}, a été confirmé. Il remplace l’ancien le ${moment(effectiveAt, 'fr')}.`,
      'Toutes vos sessions seront alors fermées ; l’application d’authentification et les codes de secours seront retirés.',
      'Ce n’est pas vous ? Annulez d’ici là.',
    ],
    button: { label: 'Annuler le changement', url: link, isKey: true },
    footnote: personalLink.fr,
  }),
  nl: ({ newPhone, effectiveAt, link }) => ({
    subject: 'Uw telefoonnummer gaat wijzigen',
    preheader: 'U hebt 24 uur om te annuleren.',
    heading: 'Uw nummer gaat wijzigen',
    paragraphs: [
      'Goedendag,',
      `Het nieuwe telefoonnummer van uw account, ${newPhone}, werd bevestigd. Het vervangt het oude op ${moment(effectiveAt, 'nl')}.`,
      'Dan worden al uw sessies afgesloten; de authenticator-app en de herstelcodes worden verwijderd.',
      'Was u dit niet? Annuleer dan vóór dat tijdstip.',
    ],
    button: { label: 'De wijziging annuleren', url: link, isKey: true },
    footnote: personalLink.nl,
  }),
  en: ({ newPhone, effectiveAt, link }) => ({
    subject: 'Your phone number is about to change',
    preheader: 'You have 24 hours to cancel.',
    heading: 'Your number is about to change',
    paragraphs: [
      'Hello,',
      `The new phone number of your account, ${newPhone}, has been confirmed. It replaces the old one on ${moment(effectiveAt, 'en')}.`,
      'All your sessions then end; the authenticator app and the recovery codes are removed.',
      'Was it not you? Cancel it before then.',
    ],
    button: { label: 'Cancel the change', url: link, isKey: true },
    footnote: personalLink.en,
  }),
};

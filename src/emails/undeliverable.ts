import type { Template } from './content.ts';
import { automatic, of, tab, toPlace } from './phrases.ts';

/** R13: tells the manager and the holder who gave the access that the mail server refused the address for good. */
export const undeliverable: Template<'undeliverable'> = {
  fr: ({ firmName, place, partyName, url }) => ({
    subject: 'Une invitation n’a pas pu être remise',
    preheader: 'L’adresse e-mail a été refusée : elle est à vérifier.',
    heading: 'Adresse e-mail refusée',
    paragraphs: [
      'Bonjour,',
      `L’invitation ${of(partyName)} ${toPlace('invitation', place, firmName, 'fr')} n’a pas pu être remise : le serveur de messagerie a refusé l’adresse e-mail indiquée.`,
      `Vérifiez l’adresse et corrigez-la ${tab(place, 'fr').where} : une nouvelle invitation partira aussitôt. Si l’adresse est exacte, vous pouvez y renvoyer l’invitation.`,
    ],
    button: { label: tab(place, 'fr').button, url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, partyName, url }) => ({
    subject: 'Een uitnodiging kon niet worden afgeleverd',
    preheader: 'Het e-mailadres werd geweigerd en moet worden nagekeken.',
    heading: 'E-mailadres geweigerd',
    paragraphs: [
      'Goedendag,',
      `De uitnodiging van ${partyName} ${toPlace('invitation', place, firmName, 'nl')} kon niet worden afgeleverd: de mailserver heeft het opgegeven e-mailadres geweigerd.`,
      `Kijk het adres na en verbeter het ${tab(place, 'nl').where}: dan vertrekt meteen een nieuwe uitnodiging. Als het adres juist is, kunt u de uitnodiging opnieuw versturen.`,
    ],
    button: { label: tab(place, 'nl').button, url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, partyName, url }) => ({
    subject: 'An invitation could not be delivered',
    preheader: 'The e-mail address was refused and needs checking.',
    heading: 'E-mail address refused',
    paragraphs: [
      'Hello,',
      `The invitation of ${partyName} ${toPlace('invitation', place, firmName, 'en')} could not be delivered: the mail server refused the e-mail address given.`,
      `Check the address and correct it ${tab(place, 'en').where}: a new invitation then leaves at once. If the address is right, you can resend the invitation.`,
    ],
    button: { label: tab(place, 'en').button, url },
    footnote: automatic.en,
  }),
};

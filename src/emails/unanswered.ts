import type { Template } from './content.ts';
import { automatic, moment, tab, toPlace } from './phrases.ts';

/** R9: tells the manager and the holder who gave the access, with the last reminder, that nobody answered and until when the link works. */
export const unanswered: Template<'unanswered'> = {
  fr: ({ firmName, place, partyName, linkExpiresAt, url }) => ({
    subject: 'Une invitation est restée sans réponse',
    preheader: 'Le dernier rappel est parti ; le lien fonctionne encore.',
    heading: 'Invitation sans réponse',
    paragraphs: [
      'Bonjour,',
      `${partyName} n’a pas répondu à l’invitation ${toPlace('invitation', place, firmName, 'fr')}. Le dernier rappel vient de partir : il n’y en aura plus d’autre.`,
      `Le lien fonctionne encore jusqu’au ${moment(linkExpiresAt, 'fr')}. Une acceptation d’ici là donne accès comme prévu, et nous vous en informerons.`,
      `Vous pouvez aussi renvoyer l’invitation ${tab(place, 'fr').where} : les rappels reprennent alors depuis le début.`,
    ],
    button: { label: tab(place, 'fr').button, url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, partyName, linkExpiresAt, url }) => ({
    subject: 'Een uitnodiging bleef onbeantwoord',
    preheader: 'De laatste herinnering is verstuurd; de link werkt nog.',
    heading: 'Uitnodiging onbeantwoord',
    paragraphs: [
      'Goedendag,',
      `${partyName} heeft niet geantwoord op de uitnodiging ${toPlace('invitation', place, firmName, 'nl')}. De laatste herinnering is zonet verstuurd: er volgt geen andere meer.`,
      `De link werkt nog tot ${moment(linkExpiresAt, 'nl')}. Wie vóór dat tijdstip aanvaardt, krijgt toegang zoals voorzien; u krijgt daarvan bericht.`,
      `U kunt de uitnodiging ook opnieuw versturen ${tab(place, 'nl').where}: dan beginnen de herinneringen opnieuw.`,
    ],
    button: { label: tab(place, 'nl').button, url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, partyName, linkExpiresAt, url }) => ({
    subject: 'An invitation has not been answered',
    preheader: 'The last reminder has left; the link still works.',
    heading: 'Invitation not answered',
    paragraphs: [
      'Hello,',
      `${partyName} has not answered the invitation ${toPlace('invitation', place, firmName, 'en')}. The last reminder has just left: no other will follow.`,
      `The link still works until ${moment(linkExpiresAt, 'en')}. An acceptance before then gives access as planned, and you will be told of it.`,
      `You can also resend the invitation ${tab(place, 'en').where}: the reminders then start anew.`,
    ],
    button: { label: tab(place, 'en').button, url },
    footnote: automatic.en,
  }),
};

import type { Template } from './content.ts';
import { invitation } from './invitation.ts';

/** R9: the invitation again, 7 and 30 days later; `last` says that no other reminder follows. */
export const reminder: Template<'reminder'> = {
  fr: (data) => {
    const { subject, paragraphs, ...same } = invitation.fr(data);
    const [greeting = '', ...rest] = paragraphs;
    const what = data.place.kind === 'dossier' ? 'accéder à un dossier client' : 'rejoindre une équipe';
    return {
      ...same,
      subject: `${data.last ? 'Dernier rappel' : 'Rappel'} : votre invitation à ${what}`,
      heading: 'Votre invitation vous attend',
      paragraphs: [
        greeting,
        data.last
          ? 'Vous n’avez pas encore répondu à cette invitation. Ceci est le dernier rappel : vous n’en recevrez plus d’autre.'
          : 'Vous n’avez pas encore répondu à cette invitation. Nous nous permettons de vous la rappeler.',
        ...rest,
      ],
    };
  },

  nl: (data) => {
    const { subject, paragraphs, ...same } = invitation.nl(data);
    const [greeting = '', ...rest] = paragraphs;
    const what = data.place.kind === 'dossier' ? 'een cliëntdossier' : 'een team';
    return {
      ...same,
      subject: `${data.last ? 'Laatste herinnering' : 'Herinnering'}: uw uitnodiging voor ${what}`,
      heading: 'Uw uitnodiging wacht op u',
      paragraphs: [
        greeting,
        data.last
          ? 'U hebt nog niet geantwoord op deze uitnodiging. Dit is de laatste herinnering: er volgt geen andere meer.'
          : 'U hebt nog niet geantwoord op deze uitnodiging. Wij herinneren u er graag aan.',
        ...rest,
      ],
    };
  },

  en: (data) => {
    const { subject, paragraphs, ...same } = invitation.en(data);
    const [greeting = '', ...rest] = paragraphs;
    const what = data.place.kind === 'dossier' ? 'to a client dossier' : 'to join a team';
    return {
      ...same,
      subject: `${data.last ? 'Last reminder' : 'Reminder'}: your invitation ${what}`,
      heading: 'Your invitation is waiting for you',
      paragraphs: [
        greeting,
        data.last
          ? 'You have not answered this invitation yet. This is the last reminder: no other will follow.'
          : 'You have not answered this invitation yet. Allow us to remind you of it.',
        ...rest,
      ],
    };
  },
};

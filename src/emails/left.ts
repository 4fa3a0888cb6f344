import type { Template } from './content.ts';
import { automatic, of, tab, toPlace } from './phrases.ts';

/** R12: confirms to who left a dossier that he did, and says what to do if it wasn't he. */
export const leavingConfirmed: Template<'leaving_confirmed'> = {
  fr: ({ firmName, dossierName, url }) => ({
    subject: 'Vous avez quitté un dossier client',
    preheader: 'Il ne vous est plus ouvert à ce titre. Si ce n’était pas vous, réagissez sans attendre.',
    heading: 'Vous avez quitté le dossier',
    paragraphs: [
      'Bonjour,',
      `Comme vous l’avez demandé, l’accès que vous aviez au dossier client « ${dossierName} », géré par ${firmName}, comme membre de la famille ou conseiller externe a pris fin. Ce que vous y avez saisi est conservé, et le chargé du dossier en est informé. Si vous y avez aussi accès avec l’équipe, cet accès-là ne change pas.`,
      'Si vous souhaitez y revenir, demandez un nouvel accès au chargé du dossier.',
      'Ce n’était pas vous ? Quelqu’un d’autre s’est servi de votre compte : changez votre mot de passe, fermez vos autres sessions et prévenez le chargé du dossier.',
    ],
    button: { label: 'Ouvrir mon compte', url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, url }) => ({
    subject: 'U hebt een cliëntdossier verlaten',
    preheader: 'Het staat op die grond niet meer voor u open. Was u dat niet? Reageer dan meteen.',
    heading: 'U hebt het dossier verlaten',
    paragraphs: [
      'Goedendag,',
      `Zoals u hebt gevraagd, is de toegang beëindigd die u als familielid of externe adviseur had tot het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}. Wat u er hebt ingevoerd, blijft bewaard, en de dossierbeheerder is op de hoogte gebracht. Hebt u ook toegang met het team, dan verandert die niet.`,
      'Wilt u terugkeren? Vraag dan opnieuw toegang aan de dossierbeheerder.',
      'Was u dat niet? Dan heeft iemand anders uw account gebruikt: wijzig uw wachtwoord, sluit uw andere sessies af en verwittig de dossierbeheerder.',
    ],
    button: { label: 'Mijn account openen', url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, url }) => ({
    subject: 'You have left a client dossier',
    preheader: 'This access is no longer open to you. If it was not you, act at once.',
    heading: 'You have left the dossier',
    paragraphs: [
      'Hello,',
      `As you asked, the access has ended that you had to the client dossier “${dossierName}”, managed by ${firmName}, as a family member or external advisor. What you entered there stays, and the dossier manager has been told. If you also have access with the team, that does not change.`,
      'If you would like to come back, ask the dossier manager for access again.',
      'Was it not you? Then somebody else has used your account: change your password, end your other sessions and tell the dossier manager.',
    ],
    button: { label: 'Open my account', url },
    footnote: automatic.en,
  }),
};

/** Tells the manager that somebody has left a dossier of his. */
export const left: Template<'left'> = {
  fr: ({ firmName, place, partyName, url }) => ({
    subject: 'Une personne a quitté un dossier client',
    preheader: 'Elle a mis fin elle-même à son accès.',
    heading: 'Départ d’un dossier',
    paragraphs: [
      'Bonjour,',
      `${partyName} a mis fin à son accès ${toPlace('access', place, firmName, 'fr')}. Ce qui y a été saisi est conservé.`,
      `Vous n’avez rien à faire. Si le départ ${of(partyName)} vous étonne, prenez contact avec cette personne. Un nouvel accès se donne ${tab(place, 'fr').where}.`,
    ],
    button: { label: tab(place, 'fr').button, url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, partyName, url }) => ({
    subject: 'Iemand heeft een cliëntdossier verlaten',
    preheader: 'De toegang werd door de persoon zelf beëindigd.',
    heading: 'Vertrek uit een dossier',
    paragraphs: [
      'Goedendag,',
      `${partyName} heeft zelf de toegang ${toPlace('access', place, firmName, 'nl')} beëindigd. Wat er werd ingevoerd, blijft bewaard.`,
      `U hoeft niets te doen. Verbaast het vertrek van ${partyName} u? Neem dan contact op. Nieuwe toegang geeft u ${tab(place, 'nl').where}.`,
    ],
    button: { label: tab(place, 'nl').button, url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, partyName, url }) => ({
    subject: 'Somebody has left a client dossier',
    preheader: 'They ended their access themselves.',
    heading: 'Somebody has left a dossier',
    paragraphs: [
      'Hello,',
      `${partyName} has ended their own access ${toPlace('access', place, firmName, 'en')}. What was entered there stays.`,
      `There is nothing for you to do. If it surprises you that ${partyName} has left, please get in touch. You can give access again ${tab(place, 'en').where}.`,
    ],
    button: { label: tab(place, 'en').button, url },
    footnote: automatic.en,
  }),
};

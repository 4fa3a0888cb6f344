import type { Template } from './content.ts';
import { automatic, counted, of } from './phrases.ts';

const dossiers = {
  fr: (n: number) => counted('fr', n, 'dossier client', 'dossiers clients'),
  nl: (n: number) => counted('nl', n, 'cliëntdossier', 'cliëntdossiers'),
  en: (n: number) => counted('en', n, 'client dossier', 'client dossiers'),
};

/** Sums an onboarding up, for who ran it and for the firm's admins, whom it tells of irrevocable access (R5). */
export const onboardingFinished: Template<'onboarding_finished'> = {
  fr: ({ firmName, actorName, created, failed, persons, rights, irrevocable, url }) => ({
    subject: 'Reprise de dossiers terminée',
    preheader: 'Le bilan de la reprise de dossiers à partir d’un fichier.',
    heading: 'La reprise de dossiers est terminée',
    paragraphs: [
      'Bonjour,',
      `La reprise de dossiers ${of(firmName)}, lancée par ${actorName}, est terminée.`,
      'Les invitations partent peu à peu ; l’avancement se lit sur la page de la reprise.',
      ...(failed > 0 ? ['Cette page dit aussi pourquoi certains dossiers n’ont pas pu être créés.'] : []),
    ],
    list: {
      title: 'En bref :',
      items: [
        `${counted('fr', created, 'dossier client créé', 'dossiers clients créés')}, avec ${counted('fr', persons, 'personne', 'personnes')}`,
        counted('fr', rights, 'droit d’accès donné', 'droits d’accès donnés'),
        `dont ${counted('fr', irrevocable, 'droit irrévocable', 'droits irrévocables')} (titulaires et cotitulaires)`,
        ...(failed > 0 ? [counted('fr', failed, 'dossier non créé', 'dossiers non créés')] : []),
      ],
    },
    button: { label: 'Voir la reprise', url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, actorName, created, failed, persons, rights, irrevocable, url }) => ({
    subject: 'Overname van dossiers afgerond',
    preheader: 'Het overzicht van de overname van dossiers uit een bestand.',
    heading: 'De overname van dossiers is afgerond',
    paragraphs: [
      'Goedendag,',
      `De overname van dossiers van ${firmName}, gestart door ${actorName}, is afgerond.`,
      'De uitnodigingen vertrekken gespreid in de tijd; de voortgang staat op de pagina van de overname.',
      ...(failed > 0 ? ['Daar leest u ook waarom sommige dossiers niet konden worden aangemaakt.'] : []),
    ],
    list: {
      title: 'In het kort:',
      items: [
        `${dossiers.nl(created)} aangemaakt, met ${counted('nl', persons, 'persoon', 'personen')}`,
        `${counted('nl', rights, 'toegangsrecht', 'toegangsrechten')} gegeven`,
        `waarvan ${counted('nl', irrevocable, 'onherroepelijk recht', 'onherroepelijke rechten')} (titularissen en medetitularissen)`,
        ...(failed > 0 ? [`${counted('nl', failed, 'dossier', 'dossiers')} niet aangemaakt`] : []),
      ],
    },
    button: { label: 'De overname bekijken', url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, actorName, created, failed, persons, rights, irrevocable, url }) => ({
    subject: 'Onboarding of dossiers finished',
    preheader: 'What the onboarding of dossiers from a file has brought about.',
    heading: 'The onboarding of dossiers is finished',
    paragraphs: [
      'Hello,',
      `The onboarding of dossiers of ${firmName}, started by ${actorName}, is finished.`,
      'The invitations leave little by little; the page of the onboarding shows how far they are.',
      ...(failed > 0 ? ['It also says why some dossiers could not be created.'] : []),
    ],
    list: {
      title: 'In short:',
      items: [
        `${dossiers.en(created)} created, with ${counted('en', persons, 'person', 'persons')}`,
        `${counted('en', rights, 'access right', 'access rights')} given`,
        `of which ${counted('en', irrevocable, 'irrevocable right', 'irrevocable rights')} (holders and co-holders)`,
        ...(failed > 0 ? [`${counted('en', failed, 'dossier', 'dossiers')} not created`] : []),
      ],
    },
    button: { label: 'See the onboarding', url },
    footnote: automatic.en,
  }),
};

/** Tells the firm's admins that an onboarding waits for somebody who may resume it. */
export const onboardingPaused: Template<'onboarding_paused'> = {
  fr: ({ firmName, url }) => ({
    subject: 'Une reprise de dossiers est suspendue',
    preheader: 'Un chargé de dossiers ou un administrateur peut la reprendre.',
    heading: 'Reprise de dossiers suspendue',
    paragraphs: [
      'Bonjour,',
      `Une reprise de dossiers ${of(firmName)} est suspendue : la personne qui l’avait lancée a quitté l’équipe, ou ne peut plus gérer de dossiers.`,
      'Rien n’est perdu. Un autre chargé de dossiers, ou un administrateur, peut la poursuivre ; il agira alors en son propre nom et sera le chargé des dossiers qui n’en désignent pas un autre.',
    ],
    button: { label: 'Voir la reprise', url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, url }) => ({
    subject: 'Een overname van dossiers is gepauzeerd',
    preheader: 'Een dossierbeheerder of een beheerder kan ze hervatten.',
    heading: 'Overname van dossiers gepauzeerd',
    paragraphs: [
      'Goedendag,',
      `Een overname van dossiers van ${firmName} is gepauzeerd: wie ze gestart had, heeft het team verlaten of mag geen dossiers meer beheren.`,
      'Er is niets verloren. Een andere dossierbeheerder, of een beheerder, kan ze voortzetten; hij handelt dan in eigen naam en wordt dossierbeheerder van de dossiers waarvoor niemand anders is aangeduid.',
    ],
    button: { label: 'De overname bekijken', url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, url }) => ({
    subject: 'An onboarding of dossiers is paused',
    preheader: 'A dossier manager or an administrator can resume it.',
    heading: 'Onboarding of dossiers paused',
    paragraphs: [
      'Hello,',
      `An onboarding of dossiers of ${firmName} is paused: whoever started it has left the team, or may no longer manage dossiers.`,
      'Nothing is lost. Another dossier manager, or an administrator, can resume it; he then acts in his own name, and becomes the manager of the dossiers that name nobody else.',
    ],
    button: { label: 'See the onboarding', url },
    footnote: automatic.en,
  }),
};

/** R1: tells a manager of all the dossiers that an onboarding handed over to him. */
export const dossiersReceived: Template<'dossiers_received'> = {
  fr: ({ firmName, actorName, dossiers: n, url }) => ({
    subject: 'Des dossiers clients vous ont été transmis',
    preheader: 'Vous en êtes désormais le chargé.',
    heading: 'Vous êtes chargé de nouveaux dossiers',
    paragraphs: [
      'Bonjour,',
      `Lors d’une reprise de dossiers ${of(firmName)}, ${actorName} vous en a transmis : ${dossiers.fr(n)}. Vous en êtes désormais le chargé.`,
      'C’est vous qui y donnez, modifiez et retirez les droits d’accès de la famille et des conseillers externes, et qui recevez les nouvelles des invitations en cours.',
    ],
    button: { label: 'Voir les dossiers', url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, actorName, dossiers: n, url }) => ({
    subject: 'Er werden cliëntdossiers aan u overgedragen',
    preheader: 'U bent er voortaan de dossierbeheerder van.',
    heading: 'U beheert nieuwe dossiers',
    paragraphs: [
      'Goedendag,',
      `Bij een overname van dossiers van ${firmName} heeft ${actorName} er aan u overgedragen: ${dossiers.nl(n)}. U bent er voortaan de dossierbeheerder van.`,
      'U geeft er de familie en de externe adviseurs toegang, wijzigt hun rechten en trekt ze in, en u krijgt bericht over de lopende uitnodigingen.',
    ],
    button: { label: 'De dossiers bekijken', url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, actorName, dossiers: n, url }) => ({
    subject: 'Client dossiers have been handed over to you',
    preheader: 'You are now their dossier manager.',
    heading: 'You manage new dossiers',
    paragraphs: [
      'Hello,',
      `In an onboarding of dossiers of ${firmName}, ${actorName} has handed some over to you: ${dossiers.en(n)}. You are now their dossier manager.`,
      'You give, change and withdraw the access rights of the family and of the external advisors there, and receive the news of the invitations under way.',
    ],
    button: { label: 'See the dossiers', url },
    footnote: automatic.en,
  }),
};

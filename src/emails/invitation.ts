import { allowed } from './allowances.ts';
import type { Template } from './content.ts';
import { capacity, lasting, moment, of, personalLink, quoted, rightName } from './phrases.ts';

/** R9: invites an address that has no account, to a dossier or to the firm's team. */
export const invitation: Template<'invitation'> = {
  fr: ({ firmName, inviterName, place, right, until, as, message, link, expiresAt }) => {
    const inviter = inviterName ?? firmName;
    const team = inviterName ? `l’équipe ${of(firmName)}` : 'son équipe';
    const role = capacity(as, 'fr');
    return {
      ...(place.kind === 'dossier'
        ? {
            subject: 'Invitation à accéder à un dossier client',
            heading: 'Un dossier client vous est ouvert',
          }
        : { subject: 'Invitation à rejoindre une équipe', heading: 'L’équipe vous attend' }),
      preheader: 'Ouvrez l’invitation et créez votre compte.',
      paragraphs: [
        'Bonjour,',
        place.kind === 'dossier'
          ? `${inviter} vous invite, ${role}, à accéder au dossier client « ${place.name} », géré par ${firmName}.`
          : `${inviter} vous invite à rejoindre ${team}, ${role}.`,
        ...(right ? [`Votre droit d’accès : ${rightName.fr[right]}.`] : []),
        ...lasting(until, 'fr'),
      ],
      ...quoted(message, 'fr'),
      list: allowed(as, right, 'fr'),
      button: { label: 'Ouvrir l’invitation', url: link, isKey: true },
      closing: [
        `Le lien fonctionne jusqu’au ${moment(expiresAt, 'fr')}.`,
        'Sur la page qui s’ouvre, vous choisissez un mot de passe et saisissez le code envoyé par SMS à votre téléphone mobile. Vous vous connecterez ensuite avec l’adresse e-mail qui a reçu ce message, votre mot de passe et un code.',
        'Vous ne souhaitez pas donner suite ? Vous pouvez refuser l’invitation sur la page que le lien ouvre, ou simplement ignorer cet e-mail.',
      ],
      footnote: personalLink.fr,
    };
  },

  nl: ({ firmName, inviterName, place, right, until, as, message, link, expiresAt }) => {
    const inviter = inviterName ?? firmName;
    const team = inviterName ? `het team van ${firmName}` : 'zijn team';
    const role = capacity(as, 'nl');
    return {
      ...(place.kind === 'dossier'
        ? { subject: 'Uitnodiging voor een cliëntdossier', heading: 'U krijgt toegang tot een cliëntdossier' }
        : { subject: 'Uitnodiging voor een team', heading: 'Het team verwacht u' }),
      preheader: 'Open de uitnodiging en maak uw account aan.',
      paragraphs: [
        'Goedendag,',
        place.kind === 'dossier'
          ? `${inviter} nodigt u ${role} uit voor het cliëntdossier ‘${place.name}’, beheerd door ${firmName}.`
          : `${inviter} nodigt u uit in ${team}, ${role}.`,
        ...(right ? [`Uw toegangsrecht: ${rightName.nl[right]}.`] : []),
        ...lasting(until, 'nl'),
      ],
      ...quoted(message, 'nl'),
      list: allowed(as, right, 'nl'),
      button: { label: 'De uitnodiging openen', url: link, isKey: true },
      closing: [
        `De link werkt tot ${moment(expiresAt, 'nl')}.`,
        'Op de pagina die opengaat, kiest u een wachtwoord en voert u de code in die per sms naar uw mobiele telefoon wordt gestuurd. Daarna meldt u zich aan met het e-mailadres waarop u dit bericht kreeg, uw wachtwoord en een code.',
        'Wilt u hier niet op ingaan? U kunt de uitnodiging weigeren op de pagina die de link opent, of deze e-mail gewoon negeren.',
      ],
      footnote: personalLink.nl,
    };
  },

  en: ({ firmName, inviterName, place, right, until, as, message, link, expiresAt }) => {
    const inviter = inviterName ?? firmName;
    const team = inviterName ? `the team of ${firmName}` : 'its team';
    const role = capacity(as, 'en');
    return {
      ...(place.kind === 'dossier'
        ? { subject: 'Invitation to a client dossier', heading: 'A client dossier is open to you' }
        : { subject: 'Invitation to join a team', heading: 'The team is expecting you' }),
      preheader: 'Open the invitation and create your account.',
      paragraphs: [
        'Hello,',
        place.kind === 'dossier'
          ? `${inviter} invites you, ${role}, to the client dossier “${place.name}”, managed by ${firmName}.`
          : `${inviter} invites you to join ${team}, ${role}.`,
        ...(right ? [`Your access right: ${rightName.en[right]}.`] : []),
        ...lasting(until, 'en'),
      ],
      ...quoted(message, 'en'),
      list: allowed(as, right, 'en'),
      button: { label: 'Open the invitation', url: link, isKey: true },
      closing: [
        `The link works until ${moment(expiresAt, 'en')}.`,
        'On the page that opens, you choose a password and enter the code sent by text message to your mobile phone. From then on you sign in with the e-mail address that received this message, your password and a code.',
        'Would you rather not? You can decline on the page that the link opens, or simply ignore this e-mail.',
      ],
      footnote: personalLink.en,
    };
  },
};

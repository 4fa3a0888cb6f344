import { allowed } from './allowances.ts';
import type { Template } from './content.ts';
import { capacity, moment, of, personalLink } from './phrases.ts';

/** R15: invites to the firm's team someone who has an account: signed in, he joins by the link. */
export const memberNotice: Template<'member_notice'> = {
  fr: ({ firmName, inviterName, right, as, link, expiresAt }) => ({
    subject: 'Invitation à rejoindre une équipe',
    preheader: 'Acceptez avec le compte que vous avez déjà.',
    heading: 'L’équipe vous attend',
    paragraphs: [
      'Bonjour,',
      `${inviterName ?? firmName} vous invite à rejoindre l’équipe ${of(firmName)}, ${capacity(as, 'fr')}.`,
    ],
    list: allowed(as, right, 'fr'),
    button: { label: 'Ouvrir l’invitation', url: link, isKey: true },
    closing: [
      `Le lien fonctionne jusqu’au ${moment(expiresAt, 'fr')}.`,
      'Vous avez déjà un compte : connectez-vous comme d’habitude, avec votre adresse e-mail, votre mot de passe et un code, puis acceptez. Vos autres accès ne changent pas.',
      'Vous ne souhaitez pas donner suite ? Vous pouvez refuser l’invitation sur la page que le lien ouvre, ou simplement ignorer cet e-mail.',
    ],
    footnote: personalLink.fr,
  }),

  nl: ({ firmName, inviterName, right, as, link, expiresAt }) => ({
    subject: 'Uitnodiging voor een team',
    preheader: 'Aanvaard met het account dat u al hebt.',
    heading: 'Het team verwacht u',
    paragraphs: [
      'Goedendag,',
      `${inviterName ?? firmName} nodigt u uit in het team van ${firmName}, ${capacity(as, 'nl')}.`,
    ],
    list: allowed(as, right, 'nl'),
    button: { label: 'De uitnodiging openen', url: link, isKey: true },
    closing: [
      `De link werkt tot ${moment(expiresAt, 'nl')}.`,
      'U hebt al een account: meld u aan zoals gewoonlijk, met uw e-mailadres, uw wachtwoord en een code, en aanvaard daarna. Uw andere toegangen veranderen niet.',
      'Wilt u hier niet op ingaan? U kunt de uitnodiging weigeren op de pagina die de link opent, of deze e-mail gewoon negeren.',
    ],
    footnote: personalLink.nl,
  }),

  en: ({ firmName, inviterName, right, as, link, expiresAt }) => ({
    subject: 'Invitation to join a team',
    preheader: 'Accept with the account that you already have.',
    heading: 'The team is expecting you',
    paragraphs: [
      'Hello,',
      `${inviterName ?? firmName} invites you to join the team of ${firmName}, ${capacity(as, 'en')}.`,
    ],
    list: allowed(as, right, 'en'),
    button: { label: 'Open the invitation', url: link, isKey: true },
    closing: [
      `The link works until ${moment(expiresAt, 'en')}.`,
      'You already have an account: sign in as usual, with your e-mail address, your password and a code, then accept. Your other accesses do not change.',
      'Would you rather not? You can decline on the page that the link opens, or simply ignore this e-mail.',
    ],
    footnote: personalLink.en,
  }),
};

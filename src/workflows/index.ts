export { invitation } from './invitation.ts';
export { mail } from './mail.ts';

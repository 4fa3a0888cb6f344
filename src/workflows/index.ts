export { expiry } from './expiry.ts';
export { invitation } from './invitation.ts';
export { mail } from './mail.ts';
export { report } from './report.ts';

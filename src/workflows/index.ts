export { expiry } from './expiry.ts';
export { invitation } from './invitation.ts';
export { mail } from './mail.ts';
export { onboarding } from './onboarding.ts';
export { phone_change } from './phone-change.ts';
export { report } from './report.ts';

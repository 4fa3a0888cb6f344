import { setNonce } from 'get-nonce';

/** The nonce by which this document's policy lets style elements in. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

// The dialogs' scroll lock writes a style element, and asks here.
setNonce(nonce);

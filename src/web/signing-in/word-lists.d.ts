/** Single lists of the libraries that a password is judged by; their index would bring all of them. */
declare module '@zxcvbn-ts/language-*.json.mjs' {
  const words: string[];
  export default words;
}

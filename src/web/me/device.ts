/** What names a program or system in a user agent, the more telling before what they all claim to be. */
const browsers: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (of: [RegExp, string][], agent: string) => of.find(([pattern]) => pattern.test(agent))?.[1];

/** A browser and its system as people name them ('Firefox, Windows'); null where nothing is recognized. */
export function deviceOf(userAgent: string | null): string | null {
  const names = [first(browsers, userAgent ?? ''), first(systems, userAgent ?? '')].filter(Boolean);
  return names.length > 0 ? names.join(', ') : null;
}

export * from './access.ts';
export * from './auth.ts';
export * from './family.ts';
export * from './firms.ts';
export * from './record.ts';

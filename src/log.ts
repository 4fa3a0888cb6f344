import { type Logger, pino } from 'pino';

/** JSON lines on standard output. What is logged are ids, codes, counts and times: never names or addresses. */
export const createLog = (level: string): Logger =>
  pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });

/** Severities, lowest first. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'notice', 'warn', 'error', 'critical'] as const;

export type LogLevelName = (typeof LOG_LEVELS)[number];

/** Where records of most programs have their severity, at the top: the first that is there counts. */
export const LEVEL_FIELDS = ['level', 'severity', 'lvl', 'loglevel', 'PRIORITY'] as const;

/** What programs write, in lower case, and what it means: names, the numbers of pino and bunyan, and those of syslog (0 to 7). */
export const LEVEL_TEXTS: { readonly [text: string]: LogLevelName } = {
  trace: 'trace', verbose: 'trace', finest: 'trace', 10: 'trace',
  debug: 'debug', fine: 'debug', 20: 'debug', 7: 'debug',
  info: 'info', information: 'info', informational: 'info', 30: 'info', 6: 'info',
  notice: 'notice', 5: 'notice',
  warn: 'warn', warning: 'warn', 40: 'warn', 4: 'warn',
  error: 'error', err: 'error', severe: 'error', 50: 'error', 3: 'error',
  critical: 'critical', crit: 'critical', fatal: 'critical', alert: 'critical', emerg: 'critical', emergency: 'critical', panic: 'critical',
  60: 'critical', 2: 'critical', 1: 'critical', 0: 'critical',
};

import type { ErrorEntry } from './error-entry';

/** What was said of checks. */
export const CHECK_ERRORS = {
  'check-not-acknowledgeable': {
    summary: 'An acknowledgement is about something that the API server or the kubelet refuses.',
    why: 'They do not read reasons: the object would not be stored, or its containers not started.',
    fix: 'Mend what the check finds.',
    refusedBy: 'library',
  },
  'unknown-check': {
    summary: 'An acknowledgement names a check that does not exist.',
    why: 'A misspelt id would accept nothing, in silence.',
    fix: 'Use an id of docs/checks.',
    refusedBy: 'library',
  },
} as const satisfies { [code: string]: ErrorEntry };

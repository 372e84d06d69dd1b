import { AGENT_ERRORS } from './errors/agent-errors';
import { CHECK_ERRORS } from './errors/check-errors';
import { DEVICE_ERRORS } from './errors/device-errors';
import { LOGS_ERRORS } from './errors/logs-errors';
import { METRICS_ERRORS } from './errors/metrics-errors';
import { NETWORK_ERRORS } from './errors/network-errors';
import { POD_ERRORS } from './errors/pod-errors';
import { SERVICES_ERRORS } from './errors/services-errors';
import { STORAGE_ERRORS } from './errors/storage-errors';

export type { ErrorEntry, RefusedBy } from './errors/error-entry';

/** Every code that the library can raise. Used as a type at run time; scripts/errors makes the pages. */
export const ERROR_CATALOGUE = {
  ...AGENT_ERRORS, ...CHECK_ERRORS, ...DEVICE_ERRORS, ...LOGS_ERRORS, ...METRICS_ERRORS, ...NETWORK_ERRORS, ...POD_ERRORS,
  ...SERVICES_ERRORS, ...STORAGE_ERRORS,
};

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

import { CollectorSupport } from './collector-support';
import { FLUENT_BIT_SUPPORT } from '../fluent-bit/support';
import { OPEN_TELEMETRY_SUPPORT } from '../open-telemetry/support';
import { VECTOR_SUPPORT } from '../vector/support';

/** Every collector there is: a further one is a row here, and its folder. */
export const COLLECTORS: readonly CollectorSupport[] = [FLUENT_BIT_SUPPORT, VECTOR_SUPPORT, OPEN_TELEMETRY_SUPPORT];

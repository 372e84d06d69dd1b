import { FILTERS } from './filters';
import { MULTILINE } from './multiline';
import { NETWORK } from './network';
import { OPEN_TELEMETRY } from './open-telemetry';
import { OPEN_TELEMETRY_DESTINATIONS } from './open-telemetry-destinations';
import { OUTAGE } from './outage';
import { RECORDS } from './records';
import { RESTART } from './restart';
import { SIZING } from './sizing';
import { TAKEOVER } from './takeover';
import { Case } from '../bench';

export const CASES: readonly Case[] = [
  ...RESTART, ...OUTAGE, ...MULTILINE, ...RECORDS, ...NETWORK, ...FILTERS, ...TAKEOVER, ...SIZING, ...OPEN_TELEMETRY,
  ...OPEN_TELEMETRY_DESTINATIONS,
];

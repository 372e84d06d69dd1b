import { MULTILINE } from './multiline';
import { NETWORK } from './network';
import { OPEN_TELEMETRY } from './open-telemetry';
import { OUTAGE } from './outage';
import { RECORDS } from './records';
import { RESTART } from './restart';
import { SIZING } from './sizing';
import { TAKEOVER } from './takeover';
import { Case } from '../bench';

export const CASES: readonly Case[] = [...RESTART, ...OUTAGE, ...MULTILINE, ...RECORDS, ...NETWORK, ...TAKEOVER, ...SIZING, ...OPEN_TELEMETRY];

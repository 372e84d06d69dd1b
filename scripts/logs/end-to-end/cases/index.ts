import { MULTILINE } from './multiline';
import { NETWORK } from './network';
import { OPEN_TELEMETRY } from './open-telemetry';
import { OUTAGE } from './outage';
import { RECORDS } from './records';
import { RESTART } from './restart';
import { Case } from '../bench';

export const CASES: readonly Case[] = [...RESTART, ...OUTAGE, ...MULTILINE, ...RECORDS, ...NETWORK, ...OPEN_TELEMETRY];

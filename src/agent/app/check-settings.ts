import type { IConstruct } from 'constructs';
import type * as AllChecks from '../../checks';
import type * as Refused from '../../checks/refused/refused';
import type * as AllRules from '../../checks/rules';
import type * as Settings from '../../checks/settings/settings-file';
import type * as Soundness from '../../cluster/inventory/soundness';
import { CheckAcknowledgement } from '../acknowledge/check-acknowledgement';

/** What was said of the checks below a construct. */
export interface CheckSettings {
  readonly acknowledgements: CheckAcknowledgement[];
  /** What the features of an agent say: users come first, and cannot take it back. */
  ofFeatures: readonly CheckAcknowledgement[];
  warningsFail: boolean;
  warningsHidden: boolean;
  readonly annotatedFor: Set<string>;
  /** Whether reasons stay in the code, in place of being written for the command of this library. */
  omitsReasons: boolean;
}

const SETTINGS = Symbol.for('cdk8s-node-agents.CheckSettings');

type WithSettings = IConstruct & { [SETTINGS]?: CheckSettings };

/** The settings of a construct, made when they are first asked for. */
export function checkSettingsOf(construct: IConstruct): CheckSettings {
  const found = findCheckSettings(construct);
  if (found) {return found;}
  const made: CheckSettings = {
    acknowledgements: [], ofFeatures: [], warningsFail: false, warningsHidden: false, annotatedFor: new Set(), omitsReasons: false,
  };
  Object.defineProperty(construct, SETTINGS, { value: made });
  return made;
}

/** The settings of a construct, where something was said of it. */
export function findCheckSettings(construct: IConstruct): CheckSettings | undefined {
  return (construct as WithSettings)[SETTINGS];
}

/** The checks, loaded at the first synth. */
export function loadChecks(): typeof AllChecks {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../checks');
}

/** Every rule: loaded to know one by its id. */
export function loadRules(): typeof AllRules {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../checks/rules');
}

/** What the API server refuses of objects, whoever wrote them: loaded for those that this library does not make alone. */
export function loadRefused(): typeof Refused {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../checks/refused/refused');
}

/** What the file of settings says: loaded where there is one. */
export function loadSettings(): typeof Settings {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../checks/settings/settings-file');
}

/** What tells objects that can be looked at from others: loaded with the table of fields, for objects that this library does not make. */
export function loadSoundness(): typeof Soundness {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../cluster/inventory/soundness');
}

/** What was acknowledged of an object: the nearest first, whose reason is the one that counts. */
export function acknowledgedAbove(maker: IConstruct): CheckAcknowledgement[] {
  return [...maker.node.scopes].reverse().flatMap(scope => {
    const settings = findCheckSettings(scope);
    return settings ? [...settings.acknowledgements, ...settings.ofFeatures] : [];
  });
}

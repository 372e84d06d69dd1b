import type * as Csi from './groups/csi';
import type * as Others from './groups/others';
import type * as Rights from './groups/rights';
import { USUAL_RULES } from './groups/usual';
import type { Rule } from './rule';
import { csiPluginsIn } from '../cluster/csi/csi-plugins';
import type { CheckContext } from '../cluster/inventory/check-context';
import { byText } from '../private/wire';

/* Rules that can find nothing do not load: to read and compile them costs a process more than to run them. */

/** Kinds that nearly every agent comes with. */
const USUAL: ReadonlySet<string> = new Set([
  'apps/v1 DaemonSet', 'apps/v1 Deployment', 'scheduling.k8s.io/v1 PriorityClass', 'v1 ConfigMap', 'v1 Namespace', 'v1 Secret',
  'v1 Service', 'v1 ServiceAccount',
]);

const RIGHTS = 'rbac.authorization.k8s.io/v1 ';

/** The rules that can find something in these objects, in the order of their ids. */
export function applicableRules(context: CheckContext): readonly Rule[] {
  const kinds = new Set(context.inventory.entries.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
  const hasRights = [...kinds].some(kind => kind.startsWith(RIGHTS));
  const hasOthers = [...kinds].some(kind => !USUAL.has(kind) && !kind.startsWith(RIGHTS));
  const late = [
    ...hasOthers || csiPluginsIn(context).length > 0 ? loadCsi().CSI_RULES : [],
    ...hasOthers || hasRights ? loadRights().RIGHTS_RULES : [],
    ...hasOthers ? loadOthers().OTHER_RULES : [],
  ];
  return late.length === 0 ? USUAL_RULES : [...USUAL_RULES, ...late].sort((one, other) => byText(one.id, other.id));
}

function loadCsi(): typeof Csi {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./groups/csi');
}

function loadRights(): typeof Rights {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./groups/rights');
}

function loadOthers(): typeof Others {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./groups/others');
}

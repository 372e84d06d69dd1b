export { acknowledge } from './acknowledge';
export { applicableRules } from './applicable-rules';
export { oncePerWorkload } from './once-per-workload';
export { runRules } from './run-checks';
export { hasSettings } from './settings/settings-place';

export { acknowledge } from './acknowledge';
export { RULES } from './rules';
export { runRules } from './run-checks';

export { annotationsFor } from './annotations';
export { exceptionFileFor } from './exception-file';
export { openChecks } from './open-checks';

import type { Acceptance } from './acceptance';
import { kubescapeExceptions } from './kubescape-exceptions';
import { KyvernoOptions, kyvernoExceptions } from './kyverno-exceptions';
import { trivyIgnore, TrivyOptions } from './trivy-ignore';

/** The tools that read from a file of its own what is on purpose. */
export interface ExceptionFiles {
  /** `.trivyignore.yaml`, for `--ignorefile`. */
  readonly trivy: TrivyOptions;
  /** JSON for `--exceptions`. */
  readonly kubescape: object;
  /** PolicyExceptions, to be applied to the cluster. */
  readonly kyverno: KyvernoOptions;
}

export type ExceptionTool = keyof ExceptionFiles;

const WRITERS: { readonly [tool in ExceptionTool]: (acceptances: readonly Acceptance[], options: ExceptionFiles[tool]) => string } = {
  trivy: trivyIgnore,
  kubescape: kubescapeExceptions,
  kyverno: kyvernoExceptions,
};

/** The text of a file that keeps a tool quiet about what was accepted of any number of objects, and about nothing else. */
export function exceptionFileFor<Tool extends ExceptionTool>(
  tool: Tool, acceptances: readonly Acceptance[], options: ExceptionFiles[Tool],
): string {
  return WRITERS[tool](acceptances, options);
}

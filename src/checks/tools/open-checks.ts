import type { Acceptance } from './acceptance';
import { acceptedObjects } from './accepted-objects';
import type { AnnotationTool } from './annotations';
import type { ExceptionTool } from './exception-file';
import { CHECKOV } from './tables/checkov';
import { KUBE_LINTER } from './tables/kube-linter';
import { KUBE_SCORE } from './tables/kube-score';
import { KUBESCAPE } from './tables/kubescape';
import { KYVERNO } from './tables/kyverno';
import { POLARIS } from './tables/polaris';
import { TRIVY } from './tables/trivy';
import { outcomesFor, ToolTable } from './tool-table';
import { describeEntry } from '../../private/entry';

/** A check that an acceptance speaks of, and that is not silenced all the same. */
export interface OpenCheck {
  /** The object: `DaemonSet node-agents/logs`. */
  readonly object: string;
  /** The id of the check, as the tool spells it. */
  readonly check: string;
  /** What else the check holds against the object, which nobody accepted. */
  readonly because: readonly string[];
}

/** What is known of each tool. */
export const TOOL_TABLES: { readonly [tool in AnnotationTool | ExceptionTool]: ToolTable } = {
  'checkov': CHECKOV, 'kube-linter': KUBE_LINTER, 'kube-score': KUBE_SCORE, 'kubescape': KUBESCAPE, 'kyverno': KYVERNO, 'polaris': POLARIS,
  'trivy': TRIVY,
};

/** Why a tool still speaks of what was accepted: silencing the check would hide something else. */
export function openChecks(tool: AnnotationTool | ExceptionTool, acceptances: readonly Acceptance[]): OpenCheck[] {
  return acceptedObjects(acceptances).flatMap(({ object, manifest, acceptances: given }) => outcomesFor(TOOL_TABLES[tool], manifest, given)
    .filter(({ reasons, open }) => reasons.length > 0 && open.length > 0)
    .map(({ check, open }) => ({ object: describeEntry(object), check: check.id, because: [...new Set(open.map(({ what }) => what))] })));
}

import { describeFinding } from '../../checks/describe-finding';
import { groupAlike, withPages } from '../../private/alike-lines';
import { describeEntry } from '../../private/entry';
import { Finding } from '../../private/finding';

/** One line, its id first, as errors are. */
export function findingLine(finding: Finding): string {
  return `${finding.code}: ${describeFinding({ ...finding, object: objectText(finding) })}; fix: ${finding.fix}`;
}

/** The object that a finding is about, or the construct where it is about none. */
export function objectText({ about, constructPath }: Finding): string {
  return about === undefined ? constructPath || 'the app' : describeEntry(about);
}

/** Tests look at findings instead, and would drown in lines. */
function areTestsRunning(): boolean {
  const { JEST_WORKER_ID, VITEST, NODE_ENV } = process.env;
  return JEST_WORKER_ID !== undefined || VITEST !== undefined || NODE_ENV === 'test';
}

/** Shows warnings on standard error, where they do not get between manifests: nothing in tests, and where NODE_AGENTS_WARNINGS is `off`. */
export function showWarnings(findings: readonly Finding[]): void {
  if (findings.length === 0 || areTestsRunning() || process.env.NODE_AGENTS_WARNINGS === 'off') {return;}
  process.stderr.write([
    `cdk8s-node-agents: ${findings.length} ${findings.length === 1 ? 'warning' : 'warnings'}. Fix them, or acknowledge them with a reason: `
      + 'Checks.of(scope).acknowledge({ id, reason })',
    ...withPages(groupAlike(findings.map(finding => [finding.constructPath ?? '', findingLine(finding), finding.code])))
      .map(([path, line]) => `  [${path || 'the app'}] ${line}`),
    '',
  ].join('\n'));
}

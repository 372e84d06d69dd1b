import { checkManifests } from './check-manifests';
import { describeFinding } from './describe-finding';
import { oncePerWorkload } from './once-per-workload';
import { chosen } from './settings/check-choice';
import { readSettings } from './settings/settings-file';
import { describeEntry, entriesOf, Entry, isMap } from '../private/entry';
import type { ObjectFinding } from '../private/finding';
import { nearest } from '../private/nearest';
import { OLDEST_MINOR } from '../private/oldest-minor';
import { pageOfCode } from '../private/pages';

/** What cdk8s-cli hands a validation plugin, as far as it is used: its own types would make every app depend on it. */
interface ValidationContext {
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata?: { readonly [key: string]: string }): void;
  };
  parseManifest(path: string): unknown[];
}

interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: ReadonlyArray<{
    readonly resourceName: string; readonly locations: string[]; readonly manifestPath: string;
  }>;
}

/** `properties` in cdk8s.yaml. */
interface Properties {
  /** The oldest Kubernetes that gets the manifests; 1.28 where nothing is said. */
  readonly kubernetesVersion?: unknown;
  /** `error` or `warning`; `error` where nothing is said. */
  readonly failOn?: unknown;
}

/**
 * The checks as a validation plugin of cdk8s-cli: `cdk8s synth` shows what they find in everything that an app writes, whoever wrote it,
 * and fails where there are errors.
 *
 * @internal it is named in cdk8s.yaml, and of no use in an app
 */
export class NodeAgentValidation {
  private readonly minor: number;
  private readonly failOn: string;

  public constructor(properties: Properties = {}) {
    const unknown = Object.keys(properties).find(name => !(name in { kubernetesVersion: 1, failOn: 1 }));
    if (unknown !== undefined) {
      const similar = nearest(unknown, ['kubernetesVersion', 'failOn']);
      throw new Error(`NodeAgentValidation has no property '${unknown}'; allowed: kubernetesVersion, `
        + `failOn${similar ? `; fix: did you mean ${similar}?` : ''}`);
    }
    this.minor = minorOf(properties.kubernetesVersion ?? `1.${OLDEST_MINOR}`);
    this.failOn = String(properties.failOn ?? 'error');
    if (this.failOn !== 'error' && this.failOn !== 'warning') {
      throw new Error(`failOn of NodeAgentValidation says when it fails; given: '${this.failOn}'; allowed: error, warning`);
    }
  }

  /** Reads the manifests and reports what is found. */
  public async validate(context: ValidationContext): Promise<void> {
    const entries = context.manifests.flatMap(file =>
      context.parseManifest(file).filter(isMap).flatMap(object => entriesOf(object, { file })));
    const findings = chosen(oncePerWorkload(checkManifests(entries, { minor: this.minor })), readSettings());
    const open = findings.filter(({ acknowledged, level }) => acknowledged === undefined && level !== 'note');
    for (const violation of violationsOf(open)) {context.report.addViolation(violation);}
    const count = (level: string) => open.filter(each => each.level === level).length;
    const [errors, warnings] = [count('error'), count('warning')];
    const fails = errors > 0 || this.failOn === 'warning' && warnings > 0;
    context.report.submit(fails ? 'failure' : 'success', {
      errors: String(errors), warnings: String(warnings),
      acknowledged: String(findings.filter(({ acknowledged }) => acknowledged !== undefined).length),
    });
  }
}

/** YAML reads 1.30 as the number 1.3. */
function minorOf(version: unknown): number {
  const minor = /^v?1\.(\d+)$/.exec(String(version))?.[1];
  if (typeof version !== 'string' || minor === undefined) {
    throw new Error(`kubernetesVersion of NodeAgentValidation is a text; given: ${JSON.stringify(version)}; allowed: "1.${OLDEST_MINOR}" `
      + 'or newer; fix: put it in quotes');
  }
  return Number(minor);
}

/** Findings with the same fix stand together. */
function violationsOf(findings: readonly ObjectFinding[]): Violation[] {
  const groups = new Map<string, ObjectFinding[]>();
  for (const finding of findings) {
    const key = `${finding.code}\n${finding.fix}`;
    groups.set(key, [...groups.get(key) ?? [], finding]);
  }
  return [...groups.values()].map(group => ({
    ruleName: group[0].code,
    recommendation: `${group[0].level}: ${group[0].what} (${pageOfCode(group[0].code)})`,
    fix: group[0].fix,
    violatingResources: resourcesOf(group),
  }));
}

function resourcesOf(findings: readonly ObjectFinding[]): Violation['violatingResources'] {
  const byObject = new Map<Entry, string[]>();
  for (const finding of findings) {
    const line = describeFinding({ ...finding, object: describeEntry(finding.about) });
    byObject.set(finding.about, [...byObject.get(finding.about) ?? [], line]);
  }
  return [...byObject].map(([{ name, source }, locations]) => ({ resourceName: name, locations, manifestPath: source.file ?? '' }));
}

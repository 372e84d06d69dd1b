import type { IConstruct } from 'constructs';
import { CheckAcknowledgement } from './check-acknowledgement';
import { ExceptionFile } from './exception-file';
import { Finding } from './finding';
import { LinterAnnotations } from './linter-annotations';
import { fail, located, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { nearest } from '../../private/nearest';
import { pageOf, pageOfCode } from '../../private/pages';
import { requireReason } from '../../private/reason';
import { exceptionFileOf } from '../app/acceptances';
import { AppState } from '../app/app-state';
import { checkSettingsOf, loadRules } from '../app/check-settings';
import { objectText } from '../app/show-warnings';

/**
 * What checks find in the objects of an app. They run at synth: errors stop it, as those of constructs do, and warnings are shown once, on
 * standard error. What is meant is acknowledged with a reason, for as little of the app as it is true for.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { Checks, HostPath, NodeAgent } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * const agent = new NodeAgent(chart, 'agent', {
 *   image: 'ghcr.io/your-org/agent:1.0.0',
 *   hostPaths: [HostPath.readOnly('/etc', { mountPath: '/host/etc' })],
 * });
 * Checks.of(agent).acknowledge({ id: 'sensitive-host-path', reason: 'audits the configuration of the node' });
 * Checks.of(chart).failOnWarnings();
 */
export class Checks {
  /** The checks of everything below a construct: a chart, an agent, or the app. */
  public static of(scope: IConstruct): Checks {
    return new Checks(scope);
  }

  private constructor(private readonly construct: IConstruct) {}

  /** The path of the construct whose objects these are; empty for the app. */
  public get scopePath(): string {
    return this.construct.node.path;
  }

  /**
   * Everything that was found, what is acknowledged included: the errors first, then by construct. Errors of constructs themselves are not
   * here: synth shows them.
   */
  public get findings(): Finding[] {
    const { construct } = this;
    const { path } = construct.node;
    return AppState.of(construct).findings().filter(({ constructPath = '' }) => path === '' || constructPath === path
      || constructPath.startsWith(`${path}/`))
      .map(found => {
        const { about: _, isUsual: __, ...facts } = found;
        return { ...facts, object: objectText(found), page: pageOfCode(found.code) };
      });
  }

  /**
   * Says that what a check finds below this construct is meant. An acknowledgement of something that is not found is a finding itself:
   * `stale-acknowledgement`.
   *
   * @throws unknown-check, where there is no check of this id
   * @throws check-not-acknowledgeable, for what the API server or the kubelet would refuse whatever the reason
   * @throws missing-reason
   */
  public acknowledge(acknowledgement: CheckAcknowledgement): void {
    const { id } = acknowledgement;
    located(this.scopePath || 'the app', () => {
      const reason = requireReason(acknowledgement.reason, `the acknowledgement of ${quote(id)}`);
      requireAcknowledgeable(id);
      checkSettingsOf(this.construct).acknowledgements.push({ ...acknowledgement, reason });
    });
    AppState.of(this.construct).changed();
  }

  /** Makes warnings below this construct errors: what is neither fixed nor acknowledged stops the synth. */
  public failOnWarnings(): void {
    checkSettingsOf(this.construct).warningsFail = true;
    AppState.of(this.construct).changed();
  }

  /** Shows no warnings below this construct. They are still among the findings. */
  public hideWarnings(): void {
    checkSettingsOf(this.construct).warningsHidden = true;
    AppState.of(this.construct).changed();
  }

  /**
   * Writes what was acknowledged below this construct, and the reasons of rights such as `hostNetwork`, as annotations for a tool: one
   * reason, and every tool quiet about just that. A check of a tool is named only where it finds something and all that it finds is
   * accepted.
   */
  public annotateFor(annotations: LinterAnnotations): void {
    checkSettingsOf(this.construct).annotatedFor.add(annotations.tool);
    AppState.of(this.construct).changed();
  }

  /**
   * Writes no annotations for the command of this library below this construct. Without them `node-agents check` reports in the YAML what
   * was acknowledged here; with them, which is the default, it reads the reasons as `acknowledged.cdk8s-node-agents/<id>`.
   */
  public omitReasons(): void {
    checkSettingsOf(this.construct).omitsReasons = true;
    AppState.of(this.construct).changed();
  }

  /** The text of a file that tells a tool what was accepted below this construct: write it where the tool looks for it. */
  public exceptionFile(file: ExceptionFile): string {
    return exceptionFileOf(file, this.construct, AppState.of(this.construct).acceptancesBelow(this.construct));
  }
}

guardClass({ Checks });

function requireAcknowledgeable(id: string): void {
  const { RULES } = loadRules();
  const rule = RULES.find(each => each.id === id);
  if (rule === undefined) {
    const similar = nearest(id, RULES.map(each => each.id));
    fail({
      code: 'unknown-check', what: 'there is no check of this id', given: quote(id),
      ...similar !== undefined && { allowed: quote(similar) },
      fix: similar === undefined ? `${pageOf('checks/README.md')} lists them` : `did you mean ${similar}?`,
    });
  }
  if (rule.refusedBy !== undefined) {
    fail({
      code: 'check-not-acknowledgeable',
      what: `the ${rule.refusedBy === 'kubelet' ? 'kubelet' : 'API server'} itself refuses this, whatever the reason`, given: quote(id),
      fix: 'fix what the check finds',
    });
  }
}

import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { RuleFindings } from './app-findings';
import type { RegisteredAgent } from './registered-agent';
import type * as Tools from '../../checks/tools';
import type { Acceptance } from '../../checks/tools/acceptance';
import { attempt } from '../../private/attempt';
import { entriesOf } from '../../private/entry';
import type { Wire } from '../../private/wire';
import { ExceptionFile } from '../acknowledge/exception-file';

/** What was accepted of an object of this library. */
export interface AppAcceptance extends Acceptance {
  readonly maker: ApiObject;
}

/** An app whose findings are known. */
export interface JudgedApp extends RuleFindings {
  readonly agents: readonly RegisteredAgent[];
}

/** What was accepted in an app: findings that someone acknowledged, and rights that were asked for with a reason. */
export function acceptancesIn({ findings, written, agents }: JudgedApp): AppAcceptance[] {
  const acknowledged = findings.flatMap(({ about, code: id, acknowledged: reason, container, path }) =>
    (about === undefined || reason === undefined
      ? []
      : [{ ...target(written.makerOf(about), about.object), id, reason, container, path }]));
  const rights = agents.flatMap(({ workloads }) => workloads).flatMap(workload => {
    const { privileges } = workload.state();
    const manifest = privileges.length === 0 ? undefined : attempt(() => workload.object.toJson());
    if (manifest === undefined) {return [];}
    return privileges.map(({ name, reason, container }) => ({ ...target(workload.object, manifest), id: name, reason, container }));
  });
  return [...acknowledged, ...rights];
}

function target(maker: ApiObject, manifest: Wire): Pick<AppAcceptance, 'maker' | 'object' | 'manifest'> {
  const { apiVersion, kind, name, namespace } = entriesOf(manifest)[0];
  return { maker, manifest, object: { apiVersion, kind, name, namespace } };
}

/** The text of a file that tells a tool what was accepted below a construct. */
export function exceptionFileOf(file: ExceptionFile, scope: IConstruct, acceptances: readonly Acceptance[]): string {
  const { exceptionFileFor } = loadTools();
  switch (file.tool) {
    case 'trivy': {
      const makers = scope.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each));
      const objects = makers.flatMap(maker => attempt(() => [maker.toJson()]) ?? []);
      return exceptionFileFor('trivy', acceptances, { files: [{ path: file._path, objects }] });
    }
    case 'kyverno': return exceptionFileFor('kyverno', acceptances, { namespace: file._namespace });
    default: return exceptionFileFor('kubescape', acceptances, {});
  }
}

/** Loaded when someone asks: few apps do. */
export function loadTools(): typeof Tools {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../checks/tools');
}

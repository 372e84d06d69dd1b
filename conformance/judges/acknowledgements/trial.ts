import { APP } from './app';
import { Held, held } from './compare';
import type { Acceptance } from '../../../src/checks/tools/acceptance';
import { annotationsFor } from '../../../src/checks/tools/annotations';
import { TOOL_TABLES } from '../../../src/checks/tools/open-checks';
import { subjectOf } from '../../../src/checks/tools/subject';
import { silenced } from '../../../src/checks/tools/tool-table';
import { factsOf } from '../../../src/cluster/workload-facts';
import { entriesOf } from '../../../src/private/entry';
import { objectName } from '../manifests';

/** The tools that are here, and read annotations. */
export const TOOLS = ['kube-score', 'checkov'] as const;
export type Tool = typeof TOOLS[number];

/** Objects, what is accepted of them, and what each tool may then no longer say. */
export interface Trial {
  readonly file: string;
  readonly objects: readonly any[];
  readonly acceptances: readonly Acceptance[];
  readonly silent: (tool: Tool) => Held;
}

/** What falls silent is written down by hand. */
export function trialOfApp(): Trial {
  const { objects, acceptances, silent } = APP;
  const pairs = (tool: Tool) => Object.entries(silent[tool]).flatMap(([object, checks]) => checks.map((check) => held(check, object)));
  return { file: 'an app with findings on purpose', objects, acceptances, silent: (tool) => new Set(pairs(tool)) };
}

/** What falls silent is what the tables say; whether they are right, the tools tell. */
export function trialOf(file: string, objects: readonly any[], acceptances: readonly Acceptance[]): Trial {
  const pairs = (tool: Tool) => objects.flatMap((object) => silenced(TOOL_TABLES[tool], object, acceptancesOf(object, acceptances))
    .map(({ check }) => held(check.id, objectName(object))));
  return { file, objects, acceptances, silent: (tool) => new Set(pairs(tool)) };
}

/** Every right that workloads have, accepted. */
export function rightsOf(objects: readonly any[]): Acceptance[] {
  return objects.flatMap((manifest) => {
    const subject = subjectOf(manifest);
    const { apiVersion, kind, name, namespace } = entriesOf(manifest)[0];
    const object = { apiVersion, kind, name, namespace };
    return subject === undefined ? [] : factsOf({ template: subject.template }).rights
      .map(({ name: id, container }) => ({ object, manifest, id, container, reason: 'it is meant to be like this' }));
  });
}

/** The objects without a word to any tool. */
export function withoutAnnotations({ objects }: Trial): any[] {
  return objects.map((object) => {
    const kept = Object.entries(object.metadata.annotations ?? {}).filter(([key]) => !/^(kube-score|checkov\.io)\//.test(key));
    return { ...object, metadata: { ...object.metadata, annotations: Object.fromEntries(kept) } };
  });
}

/** The objects with what the tools are told, and with what they tell them by themselves. */
export function withAnnotations({ objects, acceptances }: Trial): any[] {
  return objects.map((object) => {
    const given = acceptancesOf(object, acceptances);
    const annotations = Object.assign({}, object.metadata.annotations, ...TOOLS.map((tool) => annotationsFor(tool, given).object));
    return { ...object, metadata: { ...object.metadata, annotations } };
  });
}

function acceptancesOf(object: any, acceptances: readonly Acceptance[]): Acceptance[] {
  return acceptances.filter(({ manifest }) => objectName(manifest) === objectName(object)).map((acceptance) => ({
    ...acceptance, manifest: object,
  }));
}
